package org.postpurchase.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.reward.CodeVerdict;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.Seed;

/** What users of other referral products have reported publicly, tried on this one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferralReportsTest {
  private CoreDatabase database;
  private ReferralWorld shop;

  @BeforeEach
  void open() {
    database = Databases.hsqldb();
    shop = new ReferralWorld(database);
  }

  /** goaffpro 105: the link was shared with a sign after it, and nobody was credited. */
  @Test
  void a_link_with_signs_around_it_from_a_sentence_is_the_link() {
    Advocate ada = shop.ada();
    long seed = Seed.drawn();
    Random random = new Random(seed);
    String signs = "_.,;:!?)]}>\"'\u201d\u2019\u2026*~ \u200b\u00a0/";
    for (int i = 0; i < 200; i++) {
      StringBuilder typed =
          new StringBuilder(random.nextBoolean() ? ada.code : FriendCode.shown(ada.code));
      for (int n = random.nextInt(4); n > 0; n--) {
        typed.append(signs.charAt(random.nextInt(signs.length())));
        typed.insert(0, random.nextBoolean() ? "(" : "");
      }
      assertThat(FriendCode.of(typed.toString()))
          .as("seed " + seed + ": " + typed)
          .contains(ada.code);
      assertThat(shop.show.invitation(typed.toString())).as("seed " + seed).isPresent();
    }
    assertThat(FriendCode.of(ada.code.substring(1) + "_")).as("a sign is no letter").isEmpty();
  }

  /** AffiliateWP 974: at a guest checkout nobody saw that the address was the advocate's own. */
  @Test
  void a_guest_with_the_advocates_address_is_the_advocate() {
    Advocate ada = shop.ada();
    assertThat(shop.verdict(ada.code, 1, "  ADA@Example.com ")).isEqualTo(CodeVerdict.OWN_CODE);
    assertThat(shop.claim(ada.code, 1, "ada@example.com", FriendCodes.Trace.NONE))
        .extracting(problem -> problem.verdict)
        .containsExactly(CodeVerdict.OWN_CODE);
    assertThat(database.count("PP_REFERRAL")).isZero();
  }

  /** MyBB 2020 and 4036: what a guest had brought was gone when the account came. */
  @Test
  void a_guests_friends_and_their_rewards_stay_when_the_guest_opens_an_account() {
    Advocate guest =
        shop.join
            .join(
                "ada@example.com",
                0,
                new JoinReferrals.Name("Ada", Locale.UK),
                Owners.ofGuestOrder(900))
            .orElseThrow();
    shop.orders(guest, 1, "bob@example.com");
    Advocate ada = shop.ada();
    assertThat(ada.id).isEqualTo(guest.id);
    shop.orders(ada, 2, "eva@example.com");
    assertThat(shop.show.status(ada.id).orElseThrow().friends).hasSize(2);
    shop.delivered(1);
    shop.delivered(2);
    shop.pass(Duration.ofDays(14));
    assertThat(shop.show.status(ada.id).orElseThrow().friends)
        .allMatch(friend -> friend.referral.state == ReferralState.REWARDED)
        .allMatch(friend -> friend.reward.orElseThrow().state == ReferralReward.State.PAID);
    assertThat(shop.available(ReferralWorld.ADA)).as("what came after").isEqualTo(500);
  }

  /** AffiliateWP 2514: a coupon of the shop beside the code, and no referral was made. */
  @Test
  void a_coupon_beside_the_code_takes_nothing_from_the_advocate() {
    Advocate ada = shop.ada();
    assertThat(
            shop.engine
                .codes()
                .claim(
                    List.of("WELCOME10", ada.code, "FREESHIP"),
                    new FriendCodes.Friend(
                        1, "bob@example.com", 0, new java.math.BigDecimal("100")),
                    FriendCodes.Trace.NONE))
        .isEmpty();
    shop.buyers.put(1L, shop.facts(1, "bob@example.com"));
    shop.placed(shop.cart(1, "bob@example.com"), 1);
    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.QUALIFYING);
  }

  /** AffiliateWP 2708 and 2559: the order became smaller later and the reward stayed as it was. */
  @Test
  void an_order_that_becomes_smaller_by_and_by_ends_as_if_it_had_at_once() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    Advocate ada = shop.ada();
    for (int i = 1; i <= 6; i++) {
      shop.orders(ada, i, "f" + i + "@example.com");
      boolean first = random.nextBoolean();
      boolean early = random.nextBoolean();
      long before = shop.pending(ReferralWorld.ADA) + shop.available(ReferralWorld.ADA);
      if (early) {
        shop.returned(i, i * 10 + (first ? 0 : 1));
      }
      shop.delivered(i);
      shop.pass(Duration.ofDays(14));
      if (!early) {
        shop.returned(i, i * 10 + (first ? 0 : 1));
      }
      shop.replay(i, random);
      long after = shop.pending(ReferralWorld.ADA) + shop.available(ReferralWorld.ADA);
      // of 60 and 40: what is kept of 500 points
      assertThat(before - after).as("seed " + seed + " order " + i).isEqualTo(first ? 300 : 200);
    }
  }
}
