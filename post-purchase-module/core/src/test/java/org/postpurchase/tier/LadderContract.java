package org.postpurchase.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.LoyaltyWorld.tier;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.testkit.LoyaltyWorld;
import org.postpurchase.testkit.Together;

/** What counts for tiers, for how long, for whom, and what a change of the ladder does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class LadderContract extends TierFixture {
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

  @Test
  void while_there_are_no_tiers_nobody_waits_for_one() {
    world.tiers.clear();
    bought(1, 400);
    assertThat(world.engine.keepTiers().runDue()).isZero();
    assertThat(world.engine.keepTiers().nextDueAt()).isEmpty();
  }
}
