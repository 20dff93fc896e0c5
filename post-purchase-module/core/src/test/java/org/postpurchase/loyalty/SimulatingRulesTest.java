package org.postpurchase.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.OrderLine;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.LoyaltyWorld;
import org.postpurchase.testkit.OrderFixture;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SimulatingRulesTest {
  private static final EarningRule DOUBLE =
      LoyaltyWorld.rule(9, EarningRuleTypes.MULTIPLY, "", 0, 200, EarningRule.Limits.NONE);

  private LoyaltyWorld world;

  @BeforeEach
  void open() {
    world = new LoyaltyWorld(Databases.hsqldb());
    world.rules.add(LoyaltyWorld.spend("EUR=1, JPY=0.1"));
  }

  private SimulateRules simulate() {
    return simulate(100_000, Duration.ofSeconds(60));
  }

  private SimulateRules simulate(int orders, Duration time) {
    return new SimulateRules(
        world,
        world.orders,
        world.engine.tiers()::tiersOf,
        () -> LoyaltyWorld.ZONE,
        world.clock,
        new SimulateRules.Bounds(orders, time));
  }

  private static OrderFixture ada(long id) {
    return order(id).registered();
  }

  private void passDays(int days) {
    world.clock.advance(Duration.ofDays(days));
  }

  @Test
  void the_rules_as_they_are_come_to_what_was_booked() {
    EarningRule.Limits monthly =
        new EarningRule.Limits(null, null, 90, 250, EarningRule.Period.MONTH);
    EarningRule spend =
        LoyaltyWorld.rule(1, EarningRuleTypes.SPEND, "EUR=1.5, JPY=0.1", 0, 0, monthly);
    EarningRule campaign =
        LoyaltyWorld.rule(
            2,
            EarningRuleTypes.MULTIPLY,
            "",
            0,
            250,
            new EarningRule.Limits(
                world.clock.instant().plus(Duration.ofDays(20)),
                world.clock.instant().plus(Duration.ofDays(40)),
                0,
                100,
                EarningRule.Period.DAY));
    world.rules.clear();
    world.rules.add(spend);
    world.rules.add(campaign);
    world.rules.add(
        LoyaltyWorld.rule(3, EarningRuleTypes.FIRST_ORDER, "", 200, 0, EarningRule.Limits.NONE));
    Random random = new Random(4711);
    List<Long> kept = new ArrayList<>();
    Set<Long> seen = new java.util.HashSet<>();
    for (long id = 1; id <= 120; id++) {
      long customer = 1 + random.nextInt(7);
      OrderFixture order =
          ada(id)
              .customer(customer)
              .email("c" + customer + "@example.com")
              .in(random.nextInt(4) == 0 ? "JPY" : "EUR")
              .priced(id * 10, 1, 100 + random.nextInt(9_000))
              .priced(id * 10 + 1, 2, 1 + random.nextInt(9_000))
              .discount(random.nextInt(100))
              .paidWithPoints(random.nextInt(3) * 50L);
      world.placed(order);
      if (!seen.add(customer) && random.nextInt(6) == 0) {
        world.cancelled(order, 1);
      } else {
        kept.add(id);
      }
      world.clock.advance(Duration.ofHours(random.nextInt(30)));
    }
    long booked =
        kept.stream().flatMap(id -> world.lots(id).stream()).mapToLong(lot -> lot.issued).sum();

    Simulation same = simulate().with(spend, 90);

    assertThat(same.complete).isTrue();
    assertThat(same.orders).isEqualTo(kept.size());
    assertThat(same.cancelled).isEqualTo(120 - kept.size()).isPositive();
    assertThat(same.parts.stream().mapToLong(part -> part.pointsNow).sum()).isEqualTo(booked);
    assertThat(same.parts)
        .hasSize(2)
        .allSatisfy(
            part -> {
              assertThat(part.pointsThen).isEqualTo(part.pointsNow).isPositive();
              assertThat(part.touched).isZero();
              assertThat(part.largest).isEmpty();
            });
  }

  @Test
  void a_draft_adds_what_it_would_have_paid_by_week_and_order_in_points_and_money() {
    OrderLine.Goods tea = new OrderLine.Goods(5, Set.of(50L), true);
    world.placed(ada(1).priced(11, 1, 2_000).of(tea).priced(12, 1, 3_000));
    passDays(14);
    world.placed(ada(2).priced(21, 1, 4_000).of(tea));
    world.placed(ada(3).priced(31, 1, 9_900));
    OrderFixture sentBack = ada(4).priced(41, 1, 8_000).of(tea);
    world.placed(sentBack);
    world.cancelled(sentBack, 1);
    world.placed(ada(5).in("JPY").priced(51, 1, 500).of(tea));
    passDays(1);
    EarningRule draft =
        EarningRule.of(EarningRuleTypes.MULTIPLY, RuleSettings.of("percent", "200"))
            .key("rule:9", 1)
            .named("Tea twice")
            .scope(new EarningRule.Scope(Set.of(), Set.of(50L)))
            .build();

    Simulation outcome = simulate().with(draft, 90);

    assertThat(outcome.orders).isEqualTo(4);
    assertThat(outcome.cancelled).isEqualTo(1);
    Simulation.Part euro = outcome.parts.get(0);
    assertThat(euro.currency.getCurrencyCode()).isEqualTo("EUR");
    assertThat(euro.orders).isEqualTo(3);
    assertThat(euro.touched).isEqualTo(2);
    assertThat(euro.pointsNow).isEqualTo(189);
    assertThat(euro.pointsThen).isEqualTo(249);
    assertThat(euro.difference).hasValue(Money.ofMinor(60, Currency.getInstance("EUR")));
    assertThat(euro.weeks).extracting(w -> w.pointsNow).containsExactly(50L, 0L, 139L);
    assertThat(euro.weeks).extracting(w -> w.pointsThen).containsExactly(70L, 0L, 179L);
    assertThat(euro.weeks).allSatisfy(w -> assertThat(w.monday.getDayOfWeek().getValue()).isOne());
    assertThat(euro.largest).extracting(l -> l.orderNumber).containsExactly("N2", "N1");
    Simulation.Part yen = outcome.parts.get(1);
    assertThat(yen.pointsThen - yen.pointsNow).isEqualTo(50);
    assertThat(yen.difference).hasValue(Money.ofMinor(50, Currency.getInstance("JPY")));
    assertThat(world.lots(2)).as("nothing is booked").hasSize(1);
  }

  @Test
  void a_rule_that_is_switched_on_costs_what_would_be_missing_without_it() {
    world.rules.add(DOUBLE);
    world.placed(ada(1).priced(11, 1, 5_000));
    passDays(1);

    Simulation.Part part = simulate().without("rule:9", 90).parts.get(0);

    assertThat(part.pointsNow).isEqualTo(100);
    assertThat(part.pointsThen).isEqualTo(50);
    assertThat(part.difference).hasValue(Money.ofMinor(-50, Currency.getInstance("EUR")));
  }

  @Test
  void limits_per_customer_count_what_was_looked_at() {
    for (long id = 1; id <= 4; id++) {
      world.placed(ada(id).priced(id * 10, 1, 5_000));
      passDays(1);
    }
    EarningRule capped =
        LoyaltyWorld.rule(
            1,
            EarningRuleTypes.SPEND,
            "EUR=1",
            0,
            0,
            new EarningRule.Limits(null, null, 0, 120, EarningRule.Period.EVER));

    Simulation.Part part = simulate().with(capped, 90).parts.get(0);

    assertThat(part.pointsThen).isEqualTo(120);
    assertThat(part.largest).extracting(l -> l.orderNumber).containsExactly("N4", "N3");
  }

  @Test
  void only_the_newest_are_looked_at_when_there_are_too_many_and_that_is_said() {
    for (long id = 1; id <= 5; id++) {
      world.placed(ada(id).priced(id * 10, 1, 1_000 * id));
      passDays(1);
    }
    Instant third = world.orders.find(3).orElseThrow().submittedAt;

    Simulation newest = simulate(3, Duration.ofSeconds(60)).with(DOUBLE, 90);
    assertThat(newest.complete).isFalse();
    assertThat(newest.orders).isEqualTo(3);
    assertThat(newest.oldest).isEqualTo(third);
    assertThat(newest.parts.get(0).pointsNow).isEqualTo(30 + 40 + 50);

    assertThat(simulate(5, Duration.ofSeconds(60)).with(DOUBLE, 90).complete).isTrue();
    assertThat(simulate(9, Duration.ZERO).with(DOUBLE, 90).complete).isFalse();
    assertThat(simulate().with(DOUBLE, 2).orders).as("of two days").isEqualTo(2);
  }

  @Test
  void a_campaign_of_the_future_is_tried_without_its_dates_and_one_of_the_past_with_them() {
    world.placed(ada(1).priced(11, 1, 1_000));
    passDays(10);
    world.placed(ada(2).priced(21, 1, 1_000));
    passDays(10);
    Instant now = world.clock.instant();

    Simulation future = simulate().with(campaign(now.plusSeconds(60), null), 90);
    assertThat(future.datesLeftAside).isTrue();
    assertThat(future.parts.get(0).pointsThen).isEqualTo(40);

    Simulation past = simulate().with(campaign(now.minus(Duration.ofDays(11)), now), 90);
    assertThat(past.datesLeftAside).isFalse();
    assertThat(past.parts.get(0).pointsThen).isEqualTo(30);
  }

  private static EarningRule campaign(Instant from, Instant until) {
    return LoyaltyWorld.rule(
        9,
        EarningRuleTypes.MULTIPLY,
        "",
        0,
        200,
        new EarningRule.Limits(from, until, 0, 0, EarningRule.Period.EVER));
  }

  @Test
  void without_orders_there_is_nothing_and_without_a_programme_nothing_is_tried() {
    Simulation nothing = simulate().with(DOUBLE, 90);
    assertThat(nothing.complete).isTrue();
    assertThat(nothing.oldest).isNull();
    assertThat(nothing.parts).isEmpty();

    ProgrammeReader none = new NoProgramme();
    SimulateRules without =
        new SimulateRules(
            none,
            world.orders,
            world.engine.tiers()::tiersOf,
            () -> LoyaltyWorld.ZONE,
            Clock.systemUTC(),
            new SimulateRules.Bounds(1, Duration.ZERO));
    assertThatThrownBy(() -> without.with(DOUBLE, 90)).isInstanceOf(PostPurchaseException.class);
  }

  private static final class NoProgramme implements ProgrammeReader {
    @Override
    public java.util.Optional<Programme> active() {
      return java.util.Optional.empty();
    }

    @Override
    public java.util.Optional<Programme> find() {
      return java.util.Optional.empty();
    }

    @Override
    public List<EarningRule> rules() {
      return List.of();
    }
  }
}
