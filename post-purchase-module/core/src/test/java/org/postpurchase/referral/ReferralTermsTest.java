package org.postpurchase.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.Seed;

/** What each side gets: by tier, by how many friends there were, and at most for one order. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferralTermsTest {
  private static final String GOLD = "tier:1";

  private CoreDatabase database;
  private ReferralWorld shop;
  private Advocate ada;

  @BeforeEach
  void open() {
    database = Databases.hsqldb();
    shop = new ReferralWorld(database);
    ada = shop.ada();
  }

  private List<Long> points(long order) {
    return database.jdbc.queryForList(
        "select w.POINTS from PP_REFERRAL_REWARD w join PP_REFERRAL r on r.REFERRAL_ID ="
            + " w.REFERRAL_ID where r.ORDER_ID = ? order by w.SIDE",
        Long.class,
        order);
  }

  @Test
  void the_advocates_tier_decides_what_both_sides_get_at_the_moment_of_the_order() {
    shop.advocateGets = RewardTerms.points(500).withTiers(Map.of(GOLD, 1000L));
    shop.friendGets = RewardTerms.points(0).withTiers(Map.of(GOLD, 200L));
    shop.orders(ada, 1, "bob@example.com");
    assertThat(points(1)).as("below the lowest tier").containsExactly(500L);
    shop.tiers.put(ada.ownerKey, GOLD);
    shop.orders(ada, 2, "eva@example.com");
    assertThat(points(2)).containsExactly(1000L, 200L);
    shop.tiers.put(ada.ownerKey, "tier:99");
    shop.orders(ada, 3, "kim@example.com");
    assertThat(points(3)).as("a tier without points of its own").containsExactly(500L);
    assertThat(shop.pending(ReferralWorld.ADA)).as("what was promised stays").isEqualTo(2000);
  }

  @Test
  void more_for_the_fifth_friend_and_every_second_one() {
    shop.advocateGets =
        RewardTerms.points(100).withLadder(new TreeMap<>(Map.of(5, 750L))).everyNth(1);
    for (int i = 1; i <= 6; i++) {
      shop.orders(ada, i, "f" + i + "@example.com");
    }
    assertThat(points(4)).containsExactly(100L);
    assertThat(points(5)).containsExactly(750L);
    assertThat(points(6)).containsExactly(750L);

    Advocate kim = shop.advocate(78, "kim@example.com", "Kim");
    shop.advocateGets = RewardTerms.points(100).everyNth(2);
    shop.orders(kim, 11, "g1@example.com");
    shop.orders(kim, 12, "g2@example.com");
    assertThat(points(11)).isEmpty();
    assertThat(points(12)).containsExactly(100L);
    shop.delivered(11);
    shop.pass(Duration.ofDays(14));
    assertThat(shop.ofOrder(11).reason).isEqualTo(ReferralReason.BETWEEN);
  }

  @Test
  void one_order_pays_no_more_than_its_cap_and_the_friends_part_comes_first() {
    shop.caps = ReferralProgramme.Caps.NONE.order(600);
    shop.advocateGets = RewardTerms.points(500);
    shop.friendGets = RewardTerms.points(200);
    shop.orders(ada, 1, "bob@example.com");
    assertThat(points(1)).containsExactly(400L, 200L);
    shop.friendGets = RewardTerms.points(900);
    shop.orders(ada, 2, "eva@example.com");
    assertThat(points(2)).as("only the friend's").containsExactly(600L);
    assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(400);
  }

  @Test
  void the_budget_holds_what_is_promised_and_not_a_point_more_or_less() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    shop.caps = new ReferralProgramme.Caps(0, 30, 0, 100_000);
    shop.friendGets = RewardTerms.points(150);
    for (int i = 1; i <= 4; i++) {
      shop.orders(ada, i, "f" + i + "@example.com");
      boolean first = random.nextBoolean();
      shop.delivered(i);
      if (random.nextBoolean()) {
        shop.pass(Duration.ofDays(14));
      }
      shop.returned(i, i * 10 + (first ? 0 : 1));
      assertThat(taken()).as("seed " + seed).isEqualTo(left());
      if (random.nextBoolean()) {
        shop.returned(i, i * 10 + (first ? 1 : 0));
      }
      shop.replay(i, random);
      assertThat(taken()).as("seed " + seed).isEqualTo(left());
    }
  }

  private long taken() {
    return database.jdbc.queryForObject("select TAKEN from PP_REFERRAL_BUDGET", Long.class);
  }

  private long left() {
    return database.jdbc.queryForObject(
        "select sum(POINTS - TAKEN_BACK) from PP_REFERRAL_REWARD", Long.class);
  }

  @Test
  void for_any_terms_a_cap_is_kept_and_nobody_gets_less_than_pages_promise() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      long cap = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(1000);
      Map<String, Long> byTier = new LinkedHashMap<>();
      byTier.put(GOLD, 1L + random.nextInt(1500));
      RewardTerms advocate =
          RewardTerms.points(1 + random.nextInt(1500))
              .withLadder(new TreeMap<>(Map.of(1 + random.nextInt(9), 1L + random.nextInt(2000))));
      RewardTerms friend = RewardTerms.points(random.nextInt(1200));
      if (random.nextBoolean()) {
        friend = friend.withTiers(Map.of(GOLD, 1L + random.nextInt(1500)));
      }
      boolean tiers = random.nextBoolean();
      ReferralProgramme programme =
          new ReferralProgramme.Builder(1)
              .advocateGets(tiers ? advocate.withTiers(byTier) : advocate)
              .friendGets(friend)
              .caps(ReferralProgramme.Caps.NONE.order(cap))
              .build();
      int nth = 1 + random.nextInt(12);
      long own = programme.advocatePoints(nth, GOLD);
      long friends = programme.friendPoints(GOLD);
      assertThat(own).as("seed " + seed).isNotNegative();
      assertThat(friends).as("seed " + seed).isNotNegative();
      for (String tier : List.of("", GOLD)) {
        assertThat(programme.friendPoints(tier))
            .as("what pages promise to any friend, seed " + seed)
            .isGreaterThanOrEqualTo(programme.friendPointsAtLeast());
        assertThat(programme.advocatePoints(nth, tier))
            .as("what pages promise to an advocate, seed " + seed)
            .isGreaterThanOrEqualTo(programme.advocatePointsAtLeast(tier))
            .isGreaterThanOrEqualTo(programme.advocatePointsAtLeast());
      }
      if (cap > 0) {
        assertThat(own + friends).as("seed " + seed).isLessThanOrEqualTo(cap);
      } else {
        assertThat(friends).as("seed " + seed).isEqualTo(friend.pointsFor(1, GOLD));
        long base = tiers ? byTier.get(GOLD) : advocate.pointsFor(nth);
        assertThat(own).as("seed " + seed).isGreaterThanOrEqualTo(base);
      }
    }
  }
}
