package org.postpurchase.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderState;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.Events;
import org.postpurchase.testkit.LoyaltyWorld;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.WatchedDataSource;

/** Facts of many orders that are handled together, held against the same ones one by one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderFactsInSetsTest {
  private static final List<String> KEPT =
      List.of(
          "select O.* from PP_EARNING_ORDER O order by ORDER_ID, LIFE",
          "select A.* from PP_EARNING_AWARD A order by ORDER_ID, LIFE, LINE_ID, KIND",
          "select A.OWNER_KEY, A.PENDING, A.AVAILABLE, A.SHORTFALL, A.POSTING_NO, A.LOT_NO"
              + " from PP_POINTS_ACCOUNT A order by A.OWNER_KEY",
          "select A.OWNER_KEY, L.LOT_NO, L.SOURCE_KEY, L.ISSUED, L.PENDING, L.REVERSED, L.CLAWED,"
              + " L.MATURES_AT, L.EXPIRES_AT from PP_POINTS_LOT L join PP_POINTS_ACCOUNT A"
              + " on A.ACCOUNT_ID = L.ACCOUNT_ID order by A.OWNER_KEY, L.LOT_NO");

  /** What a shop's orders leave behind, whoever handles their facts in whatever portions. */
  private static List<String> play(CoreDatabase database, long seed, boolean together) {
    Random random = new Random(seed);
    LoyaltyWorld world = world(database, random.nextInt(4) == 0);
    List<OrderEvent> events = new ArrayList<>();
    int orders = 3 + random.nextInt(14);
    for (int id = 1; id <= orders; id++) {
      OrderFixture order = order(id);
      boolean known = random.nextBoolean();
      int who = random.nextInt(5);
      order = known ? order.registered().customer(71 + who) : guest(order, id, who);
      order = order.priced(id * 10L, 2, 1_000 + random.nextInt(20_000));
      boolean over = random.nextInt(6) == 0;
      order.state(over ? OrderState.CANCELLED : OrderState.SUBMITTED);
      world.orders.with(order.submittedAt(world.clock.instant().minusSeconds(id)));
      world.database.orderLines().ensure(order.build(), world.clock.instant());
      events.add(Events.submitted(id));
      if (over || random.nextInt(5) == 0) {
        events.add(
            Events.event(1 + random.nextInt(id), over ? OrderFact.CANCELLED : OrderFact.EDITED));
      }
    }
    int at = 0;
    while (at < events.size()) {
      int size = together ? Math.min(events.size() - at, 1 + random.nextInt(12)) : 1;
      List<OrderEvent> portion = events.subList(at, at + size);
      database.transactions.run(() -> world.engine.handler().handle(portion));
      at += size;
    }
    return KEPT.stream()
        .flatMap(select -> database.jdbc.queryForList(select).stream().map(Map::toString))
        .collect(Collectors.toList());
  }

  private static OrderFixture guest(OrderFixture order, int id, int who) {
    return order.customer(900 + id).email("guest" + who + "@example.com");
  }

  private static LoyaltyWorld world(CoreDatabase database, boolean budget) {
    LoyaltyWorld world = new LoyaltyWorld(database);
    EarningRule.Limits limits =
        new EarningRule.Limits(null, null, budget ? 300 : 0, 150, EarningRule.Period.MONTH);
    world.rules.add(LoyaltyWorld.rule(1, EarningRuleTypes.SPEND, "EUR=1", 0, 0, limits));
    world.rules.add(
        LoyaltyWorld.rule(2, EarningRuleTypes.FIRST_ORDER, "", 50, 0, EarningRule.Limits.NONE));
    return world;
  }

  @Test
  void portions_of_facts_leave_behind_what_single_ones_do() {
    long seed = Seed.drawn();
    CoreDatabase database = Databases.hsqldb();
    for (int round = 0; round < Integer.getInteger("pp.facts.rounds", 40); round++) {
      List<String> single = play(database, seed + round, false);
      List<String> together = play(database, seed + round, true);
      assertThat(together).as("seed " + (seed + round)).isEqualTo(single);
    }
  }

  @Test
  void one_fact_costs_few_statements_and_a_hundred_persons_hardly_more() {
    WatchedDataSource watched = new WatchedDataSource(Databases.postgres().dataSource);
    LoyaltyWorld world = world(Databases.postgres().through(watched.dataSource()), false);
    world.rules.set(0, LoyaltyWorld.spend("EUR=1")); // a limit for a person asks once for each
    int one = statements(world, watched, 1, 1);
    int ten = statements(world, watched, 100, 10);
    int hundred = statements(world, watched, 200, 100);
    assertThat(one).as("of one").isLessThanOrEqualTo(28);
    assertThat(hundred).as("of a hundred").isLessThanOrEqualTo(40);
    assertThat(hundred).as("of a hundred and of ten").isEqualTo(ten);
  }

  private static int statements(
      LoyaltyWorld world, WatchedDataSource watched, int first, int count) {
    List<OrderEvent> events = new ArrayList<>();
    for (int id = first; id < first + count; id++) {
      OrderFixture order = order(id).registered().customer(1_000 + id).priced(id * 10L, 1, 5_000);
      world.orders.with(order.submittedAt(world.clock.instant()));
      world.database.orderLines().ensure(order.build(), world.clock.instant());
      events.add(Events.submitted(id));
    }
    watched.seen.clear();
    world.database.transactions.run(() -> world.engine.handler().handle(events));
    int statements = watched.seen.size();
    assertThat(world.balance(1_000 + first).pending).isPositive();
    return statements;
  }
}
