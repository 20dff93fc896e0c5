package org.postpurchase.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.LoyaltyWorld.tier;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.ledger.PostingRequest;
import org.postpurchase.ledger.Verb;
import org.postpurchase.loyalty.EarningRule;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.loyalty.Rates;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.LoyaltyWorld;
import org.postpurchase.testkit.Together;

/** A member goes up and down the ladder of a shop whose other parts are real. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class TiersContract {
  private static final String ADA = Owners.ofCustomer(77);
  private LoyaltyWorld world;

  abstract CoreDatabase database();

  @BeforeEach
  void open() {
    world = new LoyaltyWorld(database());
    world.rules.add(LoyaltyWorld.spend("EUR=1"));
    world.tiers.addAll(
        List.of(
            tier("silver", 100, 100, 10),
            tier("gold", 300, 150, 50),
            tier("black", 1_000, 200, 0)));
  }

  /** Bought, delivered, and kept longer than it can be returned. */
  private void bought(long id, long euros) {
    world.placed(order(id).registered().priced(id * 10, 2, euros * 100));
    world.delivered(id);
    world.pass(Duration.ofDays(14));
  }

  private String tierOfAda() {
    return world.engine.tiers().tierOf(ADA).map(t -> t.key).orElse("");
  }

  private List<String> changes() {
    return world.changes.stream().map(c -> c.kind + " " + c.tierKey).toList();
  }

  @Test
  void a_tier_is_reached_when_points_mature_not_when_they_are_earned() {
    world.placed(order(1).registered().priced(11, 1, 10_000));
    world.delivered(1);
    assertThat(tierOfAda()).isEmpty();

    world.pass(Duration.ofDays(14));

    assertThat(tierOfAda()).isEqualTo("silver");
    assertThat(changes()).containsExactly("REACHED silver");
    assertThat(world.balance(77).usable).isEqualTo(110);
    assertThat(world.engine.tiers().reaches(ADA, "silver")).isTrue();
    assertThat(world.engine.tiers().reaches(ADA, "gold")).isFalse();
    assertThat(world.engine.tiers().reaches(ADA, "unheard of")).isFalse();
  }

  @Test
  void each_tier_passed_gives_its_points_once_and_looking_again_changes_nothing() {
    bought(1, 400);

    assertThat(changes()).containsExactly("REACHED silver", "REACHED gold");
    assertThat(world.balance(77).usable).isEqualTo(460);
    world.run();
    long edition = standing().edition;
    world.run();
    world.pass(Duration.ofDays(1));
    assertThat(standing().edition).isEqualTo(edition);
    assertThat(world.balance(77).usable).isEqualTo(460);
  }

  @Test
  void points_for_a_tier_count_towards_no_tier() {
    world.tiers.set(0, tier("silver", 100, 100, 5_000));
    bought(1, 100);

    assertThat(tierOfAda()).isEqualTo("silver");
    assertThat(world.balance(77).usable).isEqualTo(5_100);
  }

  @Test
  void spending_points_costs_no_tier() {
    bought(1, 400);
    world.engine.ledger().reserve(account(), "pay", 400, 5, world.clock.instant().plusSeconds(60));
    world.engine.ledger().capture("main", "pay");
    world.pass(Duration.ofDays(60));

    assertThat(tierOfAda()).isEqualTo("gold");
    assertThat(world.balance(77).usable).isEqualTo(60);
  }

  @Test
  void what_a_person_gives_counts_towards_no_tier() {
    world
        .engine
        .ledger()
        .adjust(
            world.engine.ledger().open("main", ADA),
            new PostingRequest(Verb.ADJUST, "gift", 0, "GOODWILL", "admin", ""),
            900,
            null);
    world.run();

    assertThat(tierOfAda()).isEmpty();
    assertThat(world.balance(77).usable).isEqualTo(900);
  }

  @Test
  void a_higher_tier_earns_more_on_the_next_purchase_and_the_cart_says_so() {
    bought(1, 400);
    world.orders.with(order(2).registered().priced(21, 1, 10_000));
    long promised = world.engine.show().ofOrder(2, 77).orElseThrow().points;

    world.placed(order(2).registered().priced(21, 1, 10_000));

    assertThat(promised).isEqualTo(150);
    assertThat(world.balance(77).pending).isEqualTo(150);
  }

  @Test
  void a_rule_for_members_of_a_tier_gives_others_nothing() {
    world.rules.add(
        new EarningRule(
            "rule:9",
            1,
            "Double points for Gold",
            EarningRule.Type.MULTIPLY,
            Rates.of(""),
            0,
            300,
            "",
            new EarningRule.Scope(Set.of(), Set.of(), Set.of("gold")),
            EarningRule.Limits.NONE));
    bought(1, 400);
    assertThat(world.lots(1)).extracting(l -> l.issued).containsExactly(400L);

    world.placed(order(2).registered().priced(21, 1, 10_000));

    assertThat(world.balance(77).pending).isEqualTo(300);
  }

  @Test
  void a_return_takes_a_tier_one_step_down_after_a_warning_and_thirty_days() {
    bought(1, 250);
    bought(2, 200);
    assertThat(tierOfAda()).isEqualTo("gold");

    world.returned(1, 10, 2, "all-of-it");
    Instant until = world.clock.instant().plus(Duration.ofDays(30));
    assertThat(tierOfAda()).isEqualTo("gold");
    assertThat(standing().graceUntil).isEqualTo(until);
    assertThat(standing().qualified).isEqualTo(200);
    assertThat(changes()).endsWith("AT_RISK gold");

    world.pass(Duration.ofDays(30).minusSeconds(1));
    assertThat(tierOfAda()).isEqualTo("gold");
    world.pass(Duration.ofSeconds(1));
    assertThat(tierOfAda()).isEqualTo("silver");
    assertThat(changes()).endsWith("AT_RISK gold", "LOST gold");
    assertThat(standing().graceUntil).isNull();
  }

  @Test
  void who_gathers_enough_again_in_time_keeps_the_tier_without_another_reward() {
    bought(1, 250);
    bought(2, 60);
    long before = world.balance(77).usable;
    world.returned(2, 20, 2, "all");
    assertThat(changes()).endsWith("AT_RISK gold");

    bought(3, 60);

    assertThat(tierOfAda()).isEqualTo("gold");
    assertThat(changes()).endsWith("AT_RISK gold", "KEPT gold");
    assertThat(standing().graceUntil).isNull();
    assertThat(world.balance(77).usable).isEqualTo(before - 60 + 90);
  }

  @Test
  void who_climbs_back_is_rewarded_for_that_ascent_once() {
    bought(1, 100);
    world.returned(1, 10, 2, "all");
    world.pass(Duration.ofDays(30));
    assertThat(tierOfAda()).isEmpty();

    bought(2, 100);

    assertThat(changes())
        .containsExactly("REACHED silver", "AT_RISK silver", "LOST silver", "REACHED silver");
    assertThat(world.balance(77).usable).isEqualTo(120);
  }

  @Test
  void after_a_rolling_year_the_points_stop_counting_step_by_step() {
    bought(1, 1_000);
    assertThat(tierOfAda()).isEqualTo("black");

    world.pass(Duration.ofDays(366));
    assertThat(changes()).endsWith("AT_RISK black");
    world.pass(Duration.ofDays(30));
    assertThat(tierOfAda()).isEqualTo("gold");
    assertThat(changes()).endsWith("LOST black", "AT_RISK gold");
    world.pass(Duration.ofDays(30));
    world.pass(Duration.ofDays(30));
    assertThat(tierOfAda()).isEmpty();
    assertThat(changes()).endsWith("LOST gold", "AT_RISK silver", "LOST silver");
  }

  @Test
  void a_calendar_year_is_kept_until_the_end_of_the_next() {
    world.window = TierPolicy.Window.CALENDAR_YEAR;
    bought(1, 300);
    assertThat(tierOfAda()).isEqualTo("gold");
    int year = world.clock.instant().atZone(LoyaltyWorld.ZONE).getYear();

    passUntil(LocalDate.of(year + 1, 12, 31));
    assertThat(standing().graceUntil).isNull();
    passUntil(LocalDate.of(year + 2, 1, 1));
    assertThat(standing().graceUntil).isNotNull();
    assertThat(tierOfAda()).isEqualTo("gold");
  }

  private void passUntil(LocalDate day) {
    Instant noon = day.atTime(12, 0).atZone(LoyaltyWorld.ZONE).toInstant();
    world.pass(Duration.between(world.clock.instant(), noon));
  }

  @Test
  void what_was_spent_in_another_currency_does_not_count() {
    world.basis = TierPolicy.Basis.SPEND;
    world.rules.clear();
    world.rules.add(LoyaltyWorld.spend("EUR=2, JPY=1"));
    world.placed(order(1).registered().in("JPY").priced(11, 1, 90_000));
    world.delivered(1);
    bought(2, 99);
    assertThat(tierOfAda()).isEmpty();
    assertThat(standing().qualified).isEqualTo(9_900);

    bought(3, 1);

    assertThat(tierOfAda()).isEqualTo("silver");
    world.returned(2, 20, 1, "half");
    assertThat(standing().qualified).isEqualTo(10_000 - 4_950);
  }

  @Test
  void who_had_reached_a_tier_before_it_was_there_has_it_without_points_for_that() {
    world.tiers.clear();
    bought(1, 400);
    world.tiers.add(
        new Tier(
            "late",
            "late",
            100,
            new Tier.Benefits(100, 500, Set.of(), ""),
            world.clock.instant().plusSeconds(1)));
    world.pass(Duration.ofSeconds(2));

    assertThat(tierOfAda()).isEqualTo("late");
    assertThat(changes()).containsExactly("FOUND late");
    assertThat(world.balance(77).usable).isEqualTo(400);
  }

  @Test
  void a_change_of_the_ladder_is_held_against_everybody_and_a_tier_that_is_gone_falls_softly() {
    bought(1, 400);
    world.tiers.remove(1);
    world.run();
    assertThat(tierOfAda()).isEqualTo("silver");
    assertThat(changes()).endsWith("REMOVED gold");

    world.tiers.set(0, tier("silver", 500, 100, 10));
    world.run();
    assertThat(tierOfAda()).isEqualTo("silver");
    assertThat(changes()).endsWith("AT_RISK silver");
  }

  @Test
  void a_guests_order_counts_once_it_is_claimed_and_from_its_delivery() {
    world.placed(order(1).priced(11, 1, 10_000));
    world.run();
    long guest = world.engine.ledger().open("main", Owners.ofGuestOrder(1));
    world.engine.ledger().merge(guest, world.engine.ledger().open("main", ADA), "claim", "CLAIM");
    world.delivered(1);
    assertThat(tierOfAda()).isEmpty();

    world.pass(Duration.ofDays(14));

    assertThat(world.balance(77).usable).isEqualTo(110);
    assertThat(tierOfAda()).isEqualTo("silver");
    world.returned(1, 11, 1, "back");
    assertThat(changes()).endsWith("AT_RISK silver");
  }

  @Test
  void an_account_that_took_over_another_counts_its_points_and_is_counted_alone() {
    world.placed(order(1).registered().customer(78).priced(11, 1, 20_000));
    world.delivered(1);
    world.pass(Duration.ofDays(14));
    long other = world.engine.ledger().open("main", Owners.ofCustomer(78));
    world.engine.ledger().reserve(other, "pay", 150, 5, world.clock.instant().plusSeconds(60));
    world.engine.ledger().capture("main", "pay");
    bought(2, 100);

    world.engine.ledger().merge(other, account(), "same-person", "MERGED");
    world.run();

    assertThat(standing().qualified).as("what was spent counts too").isEqualTo(300);
    assertThat(tierOfAda()).isEqualTo("gold");
    assertThat(world.engine.tiers().counts())
        .extracting(count -> count.tierKey + " " + count.members)
        .containsExactly("gold 1");
  }

  @Test
  void a_guest_has_no_tier() {
    world.placed(order(1).priced(11, 1, 100_000));
    world.delivered(1);
    world.pass(Duration.ofDays(14));

    assertThat(changes()).isEmpty();
    assertThat(world.engine.tiers().tierOf(Owners.ofGuestOrder(1))).isEmpty();
  }

  @Test
  void nodes_that_look_at_once_change_and_give_once() throws Exception {
    world.tiers.clear();
    bought(1, 400);
    world.tiers.add(tier("silver", 100, 100, 10));
    Callable<Integer> look = () -> world.engine.keepTiers().runDue();

    Together.run(4, thread -> look);
    world.run();

    assertThat(
            world.database.jdbc.queryForObject(
                "select count(*) from PP_TIER_CHANGE", Integer.class))
        .isEqualTo(1);
    assertThat(world.balance(77).usable).isEqualTo(410);
  }

  @Test
  void a_shop_that_was_off_for_a_year_warns_before_it_takes() {
    bought(1, 400);
    world.clock.advance(Duration.ofDays(800));
    world.run();

    assertThat(tierOfAda()).isEqualTo("gold");
    assertThat(changes()).endsWith("AT_RISK gold");
  }

  private long account() {
    return world.engine.ledger().open("main", ADA);
  }

  private Standing standing() {
    return world.engine.tiers().at(ADA).orElseThrow().standing;
  }

  @Test
  void while_there_are_no_tiers_nobody_waits_for_one() {
    world.tiers.clear();
    bought(1, 400);
    assertThat(world.engine.keepTiers().runDue()).isZero();
    assertThat(world.engine.keepTiers().nextDueAt()).isEmpty();
  }
}
