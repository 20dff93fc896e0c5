package org.postpurchase.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.reward.CodeVerdict;
import org.postpurchase.testkit.CoreDatabase;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ReferralAsksContract {
  private CoreDatabase database;
  private ReferralWorld shop;

  abstract CoreDatabase shared();

  @BeforeAll
  void open() {
    database = shared();
  }

  @BeforeEach
  void empty() {
    shop = new ReferralWorld(database);
  }

  @Test
  void a_code_is_the_same_however_it_is_typed() {
    Advocate ada = shop.ada();
    for (String typed :
        List.of(
            ada.code,
            " " + ada.code.toLowerCase() + "  ",
            FriendCode.shown(ada.code),
            ada.code.substring(0, 4) + " " + ada.code.substring(4))) {
      assertThat(FriendCode.of(typed)).contains(ada.code);
    }
    assertThat(shop.verdict(" " + FriendCode.shown(ada.code).toLowerCase(), 9, "ada@example.com"))
        .isEqualTo(CodeVerdict.OWN_CODE);
  }

  @Test
  void a_checkout_that_comes_to_nothing_frees_the_friend() {
    Advocate ada = shop.ada();
    assertThat(shop.claim(ada.code, 1, "bob@example.com", FriendCodes.Trace.NONE)).isEmpty();
    assertThat(shop.verdict(ada.code, 2, "bob@example.com"))
        .isEqualTo(CodeVerdict.ALREADY_REFERRED);
    shop.engine.codes().release(1);
    assertThat(shop.verdict(ada.code, 2, "bob@example.com")).isEqualTo(CodeVerdict.USABLE);

    assertThat(shop.claim(ada.code, 3, "bob@example.com", FriendCodes.Trace.NONE)).isEmpty();
    shop.pass(Duration.ofMinutes(16));
    assertThat(database.count("PP_REFERRAL")).as("a node died in between").isZero();
  }

  @Test
  void everybody_has_one_link_and_a_guest_takes_it_into_the_account() {
    Advocate guest =
        shop.join
            .join(
                "ada@example.com",
                0,
                new JoinReferrals.Name("Ada", java.util.Locale.UK),
                org.postpurchase.loyalty.Owners.ofGuestOrder(900))
            .orElseThrow();
    Advocate again = shop.advocate(ReferralWorld.ADA, "ADA@example.com", "Ada");
    assertThat(again.id).isEqualTo(guest.id);
    assertThat(again.ownerKey).isEqualTo("customer:77");
    assertThat(shop.hostCodes).containsExactly(guest.code);
  }

  @Test
  void who_has_told_somebody_else_is_thanked_once_and_nobody_for_their_own_browser() {
    List<String> thanked = new java.util.ArrayList<>();
    shop.join.thanking((customer, event, key) -> thanked.add(customer + " " + event + " " + key));
    Advocate ada = shop.ada();
    shop.join.saw(ada, "her-own", "");
    shop.join.visited(ada, "mail", "her-own");
    shop.join.visited(ada, "mail", "");
    assertThat(thanked).isEmpty();
    shop.join.visited(ada, "mail", "bobs");
    assertThat(thanked).containsExactly("77 REFERRAL_SHARED advocate:" + ada.id);
    assertThat(
            database.jdbc.queryForObject("select sum(PEOPLE) from PP_REFERRAL_VISIT", Long.class))
        .isEqualTo(3);
  }

  @Test
  void mails_ask_only_where_the_law_and_the_reader_allow_it() {
    org.postpurchase.ask.AskStore asks =
        org.postpurchase.ask.jdbc.AskJdbcModule.asks(database.jdbc, database.inserts);
    database.jdbc.update("delete from PP_ASK_STOP");
    AskInMails mails =
        new AskInMails(
            shop,
            new ReferralLinks(
                () -> org.postpurchase.testkit.SeriesNode.SHOP,
                new org.postpurchase.tracking.LinkSigner(new byte[32], shop.clock)),
            new AskInMails.Rules(org.postpurchase.ask.AskLaw.shipped(), asks),
            shop.loyalty);
    org.postpurchase.order.OrderSnapshot order =
        shop.cart(1, "bob@example.com")
            .state(org.postpurchase.order.OrderState.SUBMITTED)
            .submittedAt(shop.clock.instant())
            .build();
    assertThat(mails.shown(order, "bob@example.com", java.util.Locale.UK, false).url).isEmpty();
    org.postpurchase.ask.FriendAsk.Shown shown =
        mails.shown(order, "bob@example.com", java.util.Locale.UK, true);
    assertThat(shown.url).contains(ReferralLinks.ASK);
    assertThat(shown.gift).isEqualTo("10 % off");
    assertThat(shown.reward).startsWith("500 ");
    database.transactions.run(
        () -> asks.stop("bob@example.com", true, "test", shop.clock.instant()));
    assertThat(mails.shown(order, "bob@example.com", java.util.Locale.UK, true).url).isEmpty();
    shop.becomes(ProgrammeStatus.PAUSED);
    assertThat(mails.shown(order, "eva@example.com", java.util.Locale.UK, true).url).isEmpty();
  }
}
