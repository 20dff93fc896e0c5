package org.postpurchase.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.LoyaltyWorld;
import org.postpurchase.testkit.Together;

/** Rules that may give so many points to everybody together, or to one customer in a period. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class BudgetsContract {
  private LoyaltyWorld world;

  abstract CoreDatabase database();

  @BeforeEach
  void open() {
    world = new LoyaltyWorld(database());
    world.rules.add(LoyaltyWorld.spend("EUR=1"));
  }

  private static EarningRule.Limits budget(long points) {
    return new EarningRule.Limits(null, null, 0, 0, EarningRule.Period.EVER, points);
  }

  private static EarningRule doubled(int id, EarningRule.Limits limits) {
    return LoyaltyWorld.rule(id, EarningRuleTypes.MULTIPLY, "", 0, 200, limits);
  }

  private long issuedFor(long order) {
    return world.lots(order).stream().mapToLong(l -> l.issued).sum();
  }

  @Test
  void a_campaign_stops_by_itself_in_the_middle_of_an_order() {
    world.rules.add(doubled(2, budget(150)));

    world.placed(order(1).registered().customer(71).priced(11, 1, 10_000));
    world.placed(order(2).registered().customer(72).priced(21, 1, 10_000));
    world.placed(order(3).registered().customer(73).priced(31, 1, 10_000));

    assertThat(List.of(issuedFor(1), issuedFor(2), issuedFor(3))).containsExactly(200L, 150L, 100L);
    assertThat(world.engine.show().waysToEarn()).extracting(r -> r.key).containsExactly("rule:1");
  }

  @Test
  void the_cart_promises_no_more_than_the_budget_has() {
    world.rules.add(doubled(2, budget(30)));
    world.orders.with(order(1).registered().priced(11, 1, 5_000).priced(12, 1, 5_000));

    long promised = world.engine.show().ofOrder(1, 77).orElseThrow().points;
    assertThat(promised).isEqualTo(130);
    assertThat(world.database.count("PP_RULE_BUDGET")).as("reading takes nothing").isZero();

    world.placed(order(1).registered().priced(11, 1, 5_000).priced(12, 1, 5_000));
    assertThat(issuedFor(1)).isEqualTo(promised);
  }

  @Test
  void the_cart_promises_no_more_than_a_customers_limit_has() {
    world.rules.add(
        doubled(2, new EarningRule.Limits(null, null, 0, 120, EarningRule.Period.MONTH)));
    world.placed(order(1).registered().priced(11, 1, 10_000));
    world.orders.with(order(2).registered().priced(21, 1, 10_000));

    long promised = world.engine.show().ofOrder(2, 77).orElseThrow().points;
    world.placed(order(2).registered().priced(21, 1, 10_000));

    assertThat(promised).isEqualTo(120);
    assertThat(issuedFor(2)).isEqualTo(120);
  }

  @Test
  void an_event_that_is_handled_again_takes_no_budget() {
    world.rules.add(doubled(2, budget(250)));
    world.placed(order(1).registered().priced(11, 1, 10_000));
    OrderEvent again =
        new OrderEvent(
            OrderEvent.statusKey(1, OrderFact.SUBMITTED, 1),
            1,
            OrderFact.SUBMITTED,
            "",
            EventSource.HOST_STATUS,
            world.clock.instant());
    world.database.transactions.run(() -> world.engine.handler().handle(List.of(again)));

    assertThat(issuedFor(1)).isEqualTo(200);
    assertThat(
            world.database.jdbc.queryForObject(
                "select ISSUED from PP_RULE_BUDGET where RULE_KEY = 'rule:2'", Long.class))
        .isEqualTo(100);
  }

  @Test
  void a_bonus_of_two_rules_counts_for_the_limit_of_each() {
    world.stacking = StackingPolicy.ADD;
    world.rules.add(
        doubled(2, new EarningRule.Limits(null, null, 0, 250, EarningRule.Period.EVER)));
    world.rules.add(doubled(3, budget(1_000)));

    world.placed(order(1).registered().priced(11, 1, 10_000));
    world.placed(order(2).registered().priced(21, 1, 10_000));

    assertThat(issuedFor(1)).isEqualTo(300);
    assertThat(issuedFor(2)).as("250 in all for the first").isEqualTo(150);
    assertThat(
            world.database.jdbc.queryForObject(
                "select ISSUED from PP_RULE_BUDGET where RULE_KEY = 'rule:3'", Long.class))
        .isEqualTo(250);
  }

  @Test
  void when_a_campaign_is_used_up_the_next_best_multiplier_counts() {
    world.rules.add(doubled(2, budget(100)));
    world.rules.add(
        LoyaltyWorld.rule(3, EarningRuleTypes.MULTIPLY, "", 0, 150, EarningRule.Limits.NONE));
    world.placed(order(1).registered().customer(71).priced(11, 1, 10_000));
    world.placed(order(2).registered().customer(72).priced(21, 1, 10_000));

    assertThat(List.of(issuedFor(1), issuedFor(2))).containsExactly(200L, 150L);
  }

  @Test
  void twenty_customers_at_once_share_exactly_one_budget() throws Exception {
    world.rules.clear();
    world.rules.add(LoyaltyWorld.rule(4, EarningRuleTypes.EVENT, "", 30, 0, budget(100)));

    Together.run(
        20, thread -> () -> world.engine.events().award(1_000 + thread, "BIRTHDAY", "2027"));

    Long sum =
        world.database.jdbc.queryForObject("select sum(ISSUED) from PP_POINTS_LOT", Long.class);
    assertThat(sum).isEqualTo(100);
    assertThat(world.engine.events().award(2_000, "BIRTHDAY", "2027")).isEmpty();
  }

  @Test
  void a_multiplier_whose_name_has_no_room_in_the_ledger_gives_nothing_past_its_budget() {
    world.stacking = StackingPolicy.ADD;
    for (int i = 10_000; i < 10_012; i++) {
      world.rules.add(doubled(i, EarningRule.Limits.NONE));
    }
    world.placed(order(1).registered().priced(11, 1, 1_000));

    assertThat(issuedFor(1)).isEqualTo(10 + 5 * 10);
    assertThat(RuleKeys.split(world.lots(1).get(1).cause.ruleKey)).hasSize(5);
    assertThat(RuleKeys.join("rule:1+rule:2", "rule:2+rule:3")).isEqualTo("rule:1+rule:2+rule:3");
    assertThat(RuleKeys.split("")).isEqualTo(Set.of());
  }
}
