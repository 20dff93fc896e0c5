package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderState;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SeriesWorld;

/**
 * Random facts about few orders of fewer people, handed over in random batches, leave the same rows
 * as one by one. Cases: system property {@code pp.batches.cases} (60 in a normal build).
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FactsInBatchesTest {
  private static final int CASES = Integer.getInteger("pp.batches.cases", 60);
  private static final long SEED = Long.getLong("pp.batches.seed", 20261129L);
  private static final OrderFact[] FACTS = {
    OrderFact.SUBMITTED,
    OrderFact.SUBMITTED,
    OrderFact.SHIPPED,
    OrderFact.DELIVERED,
    OrderFact.LINES_RETURNED,
    OrderFact.LINES_CANCELLED,
    OrderFact.CANCELLED
  };

  @AfterEach
  void empty() {
    new SeriesWorld(Databases.hsqldb()).fresh();
  }

  @Test
  void leave_the_same_rows_as_one_by_one() {
    for (int i = 0; i < CASES; i++) {
      long seed = SEED + i;
      assertThat(rows(seed, 500)).as("seed %s, in random batches", seed).isEqualTo(rows(seed, 1));
    }
  }

  private static List<List<String>> rows(long seed, int batchMax) {
    Random facts = new Random(seed);
    SeriesWorld world = new SeriesWorld(Databases.hsqldb()).fresh();
    ReEntry[] reEntries = ReEntry.values();
    world.activate(
        1,
        SeriesWorld.series(
            facts.nextBoolean() ? OrderTriggers.ANY_ORDER : OrderTriggers.FIRST_ORDER,
            reEntries[facts.nextInt(reEntries.length)],
            2,
            FirstPurchase.thankYou(),
            FirstPurchase.marketing("how-to", 2, Anchor.SHIPPED, 3).build(),
            FirstPurchase.marketing("review-request", 3, Anchor.DELIVERED, 3).build()));
    world.activate(
        2,
        SeriesWorld.series(
            facts.nextBoolean() ? OrderTriggers.ORDER_SHIPPED : OrderTriggers.ORDER_CANCELLED,
            reEntries[facts.nextInt(reEntries.length)],
            1,
            FirstPurchase.marketing("how-to", 1, Anchor.SUBMITTED, 1).build()));
    List<OrderEvent> events = events(world, facts);
    Random sizes = new Random(seed * 31);
    for (int at = 0; at < events.size(); ) {
      int size = Math.min(events.size() - at, 1 + sizes.nextInt(batchMax));
      List<OrderEvent> batch = events.subList(at, at + size);
      world.database.transactions.run(() -> world.engine.handler().handle(batch));
      at += size;
    }
    return List.of(
        table(
            world,
            "select ENROLLMENT_KEY, CONTACT, ORDER_ID, STATE, REASON_CODE, ENTERED_AT, ENDED_AT from"
                + " PP_ENROLLMENT"),
        table(
            world,
            "select r.ENROLLMENT_KEY, s.STEP_KEY, s.STATE, s.DUE_AT, s.PLANNED_AT, s.EPOCH, s.REASON,"
                + " s.FINISHED_AT from PP_STEP_EXECUTION s join PP_ENROLLMENT r on r.ENROLLMENT_ID ="
                + " s.ENROLLMENT_ID"),
        table(
            world,
            "select case when ENROLLMENT_ID is null then DECISION_KEY else '' end, TOUCH, ORDER_ID,"
                + " VERDICT, REASON_CODE, DECIDED_AT, STEP_KEY, CONTACT, DETAIL from"
                + " PP_TOUCH_DECISION"),
        table(world, "select CONTACT from PP_CONTACT"),
        table(world, "select CONSENT_KEY, CONTACT, BASIS, ORDER_ID from PP_CONSENT"));
  }

  /** All orders are as they are at the end: a handler reads them as they are now. */
  private static List<OrderEvent> events(SeriesWorld world, Random random) {
    int orders = 2 + random.nextInt(5);
    int people = 1 + random.nextInt(3);
    Instant start = world.clock.instant();
    for (long id = 1; id <= orders; id++) {
      OrderFixture one =
          order(id)
              .line(id * 10, 2)
              .email("p" + random.nextInt(people) + "@example.com")
              .submittedAt(start.plusSeconds(random.nextInt(100)));
      world.orders.with(random.nextInt(6) == 0 ? one.state(OrderState.CANCELLED) : one);
      world.consents.answered(id, random.nextBoolean(), "Yes", "en");
      if (random.nextBoolean()) {
        long line = id * 10;
        world.database.transactions.run(
            () -> {
              world.database.orderLines().ensure(world.orders.find(line / 10).get(), start);
              OrderFact fact = random.nextBoolean() ? OrderFact.SHIPPED : OrderFact.LINES_RETURNED;
              world
                  .database
                  .orderLines()
                  .add(fact, LineQuantity.of(line, 1 + random.nextInt(2)), start.plusSeconds(200));
            });
      }
    }
    List<OrderEvent> events = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      long id = 1 + random.nextInt(orders + 1); // one of them is gone
      OrderFact fact = FACTS[random.nextInt(FACTS.length)];
      events.add(
          new OrderEvent(
              OrderEvent.statusKey(id, fact, 1 + random.nextInt(2)),
              id,
              fact,
              "",
              EventSource.HOST_STATUS,
              start.plusSeconds(100L + 10L * i)));
    }
    return events;
  }

  private static List<String> table(SeriesWorld world, String select) {
    List<Map<String, Object>> rows = world.database.jdbc.queryForList(select);
    return rows.stream().map(Map::toString).sorted().collect(Collectors.toList());
  }
}
