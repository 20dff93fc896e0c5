package org.postpurchase.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.analytics.jdbc.AnalyticsJdbcModule;
import org.postpurchase.click.ClickStore;
import org.postpurchase.click.ClickSwitch;
import org.postpurchase.click.ReadClicks;
import org.postpurchase.click.jdbc.ClickJdbcModule;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.reward.RewardCode;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.OrderTriggers;
import org.postpurchase.series.ReEntry;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SeriesWorld;
import org.postpurchase.testkit.WatchedDataSource;

/** What led to an order is noted once, when it is placed, and never changes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class AttributionContract {
  private CoreDatabase database;
  private WatchedDataSource watched;
  private SeriesWorld world;
  private AttributeOrders attribute;

  abstract CoreDatabase database();

  @BeforeEach
  void open() {
    watched = new WatchedDataSource(database().dataSource);
    database = database().through(watched.dataSource());
    world = new SeriesWorld(database).fresh();
    database.jdbc.update("delete from PP_ATTRIBUTION");
    attribute =
        new AttributeOrders(
            AnalyticsJdbcModule.attributions(new RowSets(database.jdbc, database.dialect)),
            ReadClicks.NONE,
            world.clock);
    for (long series = 1; series <= 2; series++) {
      world.activate(
          series,
          SeriesWorld.series(
              series == 1 ? OrderTriggers.ANY_ORDER : OrderTriggers.ORDER_SHIPPED,
              ReEntry.EACH_ORDER,
              1,
              FirstPurchase.marketing(
                      "reward-code", 1, series == 1 ? Anchor.SUBMITTED : Anchor.SHIPPED, 0)
                  .reward(SeriesWorld.OFFER, 14)
                  .build()));
    }
  }

  @AfterEach
  void empty() {
    if (world != null) {
      world.fresh();
      for (String table :
          List.of("PP_ATTRIBUTION", "PP_CLICK", "PP_CLICK_SETTING", "PP_PERSON_ORDER")) {
        database.jdbc.update("delete from " + table);
      }
    }
  }

  /** Codes that the series gave for an order, oldest first. */
  private List<RewardCode> codes(long order) {
    world.submit(order(order).line(order * 10, 1), true);
    world.ship(order);
    List<Long> ids =
        database.jdbc.queryForList(
            "select c.REWARD_CODE_ID from PP_REWARD_CODE c join PP_ENROLLMENT e on e.ENROLLMENT_ID"
                + " = c.ENROLLMENT_ID where e.ORDER_ID = ? order by c.REWARD_CODE_ID",
            Long.class,
            order);
    List<RewardCode> codes = new ArrayList<>();
    ids.forEach(id -> codes.addAll(database.rewardCodes().findByIds(List.of(id))));
    return codes;
  }

  private void takes(long order, RewardCode code) {
    assertThat(
            database.transactions.call(
                () -> database.rewardCodes().reserve(code, order, world.clock.instant())))
        .isTrue();
  }

  private void placed(long... orders) {
    List<OrderEvent> events = new ArrayList<>();
    for (long id : orders) {
      events.add(
          new OrderEvent(
              OrderEvent.statusKey(id, OrderFact.SUBMITTED, 1),
              id,
              OrderFact.SUBMITTED,
              "",
              EventSource.HOST_STATUS,
              world.clock.instant()));
    }
    database.transactions.run(() -> attribute.handle(events));
  }

  private List<Map<String, Object>> rows() {
    return database.jdbc.queryForList(
        "select ORDER_ID, METHOD, SERIES_ID, STEP_KEY, REWARD_CODE_ID, MODEL_VERSION from"
            + " PP_ATTRIBUTION order by ORDER_ID");
  }

  @Test
  void an_order_with_a_code_is_the_series_that_gave_it_and_one_without_is_nobodys() {
    RewardCode code = codes(1).get(0);
    takes(50, code);
    placed(50, 51);

    assertThat(rows()).hasSize(1);
    Map<String, Object> row = rows().get(0);
    assertThat(((Number) row.get("ORDER_ID")).longValue()).isEqualTo(50);
    assertThat(((Number) row.get("SERIES_ID")).longValue()).isEqualTo(1);
    assertThat(row.get("STEP_KEY")).isEqualTo("reward-code");
    assertThat(((Number) row.get("REWARD_CODE_ID")).longValue()).isEqualTo(code.id);
    assertThat(((Number) row.get("MODEL_VERSION")).intValue()).isEqualTo(Attribution.MODEL);
  }

  @Test
  void of_several_codes_the_one_that_was_given_first_counts_and_no_later_fact_changes_it() {
    List<RewardCode> codes = codes(1);
    assertThat(codes).hasSize(2);
    takes(50, codes.get(1));
    takes(50, codes.get(0));
    placed(50);
    List<Map<String, Object>> first = rows();
    assertThat(((Number) first.get(0).get("REWARD_CODE_ID")).longValue())
        .isEqualTo(codes.get(0).id);

    database.jdbc.update(
        "update PP_REWARD_CODE set STATE = 'ISSUED', ORDER_ID = 0 where REWARD_CODE_ID = ?",
        codes.get(0).id);
    placed(50);
    assertThat(rows()).isEqualTo(first);
  }

  /**
   * Whatever happened and in whichever batches and how often it is heard of: a used code, else the
   * last click that counts in the five days before, else nothing.
   */
  @Test
  void any_sequence_of_codes_and_clicks_ends_where_the_rule_says() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    ClickStore store = ClickJdbcModule.store(database.jdbc, database.inserts);
    ClickSwitch toggle = new ClickSwitch(store, database.transactions, world.clock);
    toggle.switchTo(true);
    AttributeOrders both =
        new AttributeOrders(
            AnalyticsJdbcModule.attributions(new RowSets(database.jdbc, database.dialect)),
            new ReadClicks(store, toggle),
            world.clock);
    List<RewardCode> codes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      codes.add(codes(700 + i).get(0));
    }
    Instant start = Instant.ofEpochMilli(world.clock.instant().toEpochMilli());
    List<long[]> clicks = new ArrayList<>(); // mailbox, hours, message, whether it counts
    for (int i = 0; i < 60; i++) {
      long[] click = {random.nextInt(5), random.nextInt(400), 9_000 + i, random.nextInt(3)};
      clicks.add(click);
      database.jdbc.update(
          "insert into PP_CLICK (MESSAGE_ID, LINK_NO, CONTACT, ENROLLMENT_ID, SERIES_ID, STEP_KEY,"
              + " CLICKED_AT, VERDICT) values (?, 1, ?, 1, 2, 'how-to', ?, ?)",
          click[2],
          "p" + click[0] + "@example.com",
          Utc.param(start.plus(Duration.ofHours(click[1]))),
          click[3] == 0 ? "DOUBTFUL" : "COUNTED");
    }
    Map<Long, String> expected = new TreeMap<>();
    List<OrderEvent> events = new ArrayList<>();
    for (long id = 2_000; id < 2_040; id++) {
      long mailbox = random.nextInt(7); // two of them never click
      Instant at = start.plus(Duration.ofHours(random.nextInt(500)));
      database.jdbc.update(
          "insert into PP_PERSON_ORDER (ORDER_ID, MAILBOX_KEY) values (?, ?)",
          id,
          "p" + mailbox + "@example.com");
      events.add(
          new OrderEvent(
              OrderEvent.statusKey(id, OrderFact.SUBMITTED, 1),
              id,
              OrderFact.SUBMITTED,
              "",
              EventSource.HOST_STATUS,
              at));
      if (id % 7 == 0 && !codes.isEmpty()) {
        RewardCode code = codes.remove(0);
        takes(id, code);
        expected.put(id, "CODE " + code.id + " 0");
        continue;
      }
      long best = -1;
      for (long[] click : clicks) {
        Instant clicked = start.plus(Duration.ofHours(click[1]));
        boolean counts =
            click[0] == mailbox
                && click[3] != 0
                && !clicked.isAfter(at)
                && !clicked.isBefore(at.minus(Duration.ofDays(5)));
        if (counts && (best < 0 || click[1] >= clicks.get((int) best)[1])) {
          best = clicks.indexOf(click);
        }
      }
      if (best >= 0) {
        expected.put(id, "CLICK 0 " + clicks.get((int) best)[2]);
      }
    }
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(events, random);
      for (int from = 0; from < events.size(); from += 9) {
        List<OrderEvent> batch = events.subList(from, Math.min(events.size(), from + 9));
        database.transactions.run(() -> both.handle(batch));
      }
    }
    Map<Long, String> found = new TreeMap<>();
    database.jdbc.query(
        "select ORDER_ID, METHOD, REWARD_CODE_ID, MESSAGE_ID from PP_ATTRIBUTION",
        row -> {
          found.put(row.getLong(1), row.getString(2) + " " + row.getLong(3) + " " + row.getLong(4));
        });
    assertThat(found).as("seed %d", seed).isEqualTo(expected);
  }

  @Test
  void many_orders_take_as_many_statements_as_one() {
    long[] orders = new long[30];
    for (int i = 0; i < orders.length; i++) {
      orders[i] = 100 + i;
      if (i % 2 == 0) {
        takes(orders[i], codes(500 + i).get(0));
      }
    }
    watched.seen.clear();
    placed(orders);

    assertThat(watched.seen).hasSizeLessThanOrEqualTo(3);
    assertThat(rows()).hasSize(15);
  }

  @Test
  void what_waits_for_people_is_counted_by_one_statement() {
    FigureStore figures = AnalyticsJdbcModule.figures(database.jdbc);
    database.jdbc.update("delete from PP_STAFF_TASK");
    Instant now = world.clock.instant();
    Map<Work, Long> before = figures.work(now);
    for (String state : List.of("OPEN", "OPEN", "DONE")) {
      database.jdbc.update(
          "insert into PP_STAFF_TASK (TASK_KEY, EMAIL, SUBJECT, STATE, OPENED_AT)"
              + " values (?, 'ada@example.com', 'Call her', ?, ?)",
          "task " + UUID.randomUUID(),
          state,
          Utc.param(now));
    }
    watched.seen.clear();

    Map<Work, Long> work = figures.work(now);

    assertThat(watched.seen).hasSize(1);
    assertThat(before.keySet()).containsExactly(Work.values());
    assertThat(work).containsEntry(Work.STAFF_TASKS, 2L);
    work.put(Work.STAFF_TASKS, 0L);
    assertThat(work).isEqualTo(before);
    database.jdbc.update("delete from PP_STAFF_TASK");
  }
}
