package org.postpurchase.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.holdout.jdbc.HoldoutJdbcModule;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.OrderTriggers;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.Step;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.SeriesWorld;

/** Who is held back from a series, and which orders count, on every database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class HoldoutContract {
  private CoreDatabase database;
  private SeriesWorld world;
  private HoldoutStore store;
  private Holdouts holdouts;
  private MeasureSeries measure;
  private CountOrders count;

  abstract CoreDatabase shared();

  @BeforeEach
  void open_the_shop() {
    database = shared();
    clear();
    world = new SeriesWorld(database).fresh();
    store = HoldoutJdbcModule.store(database.jdbc, database.inserts);
    holdouts = new Holdouts(store, world.clock);
    measure =
        new MeasureSeries(
            store,
            new OrdersAsCounted(),
            holdouts,
            database.transactions,
            world.clock,
            new Random(1)); // else a group could be too small by chance
    count = new CountOrders(store, List.of(new HoldoutOrders(holdouts, store)));
  }

  @AfterEach
  void clear() {
    if (database == null) {
      return; // not there
    }
    for (String table :
        List.of("PP_HOLDOUT", "PP_HOLDOUT_PERSON", "PP_HOLDOUT_ORDER", "PP_PERSON_ORDER")) {
      database.jdbc.update("delete from " + table);
    }
  }

  @Test
  void a_share_of_those_who_would_be_written_to_is_not_and_the_reason_is_kept() {
    activate(1);
    hold(1, 20);
    for (int i = 1; i <= 200; i++) {
      world.submit(order(i).email("p" + i + "@example.com").line(i * 10, 1), i % 4 != 0);
    }
    world.pass(Duration.ofDays(2));

    int held = 0;
    int sent = 0;
    for (int i = 1; i <= 200; i++) {
      List<String> verdicts = world.verdicts(i);
      assertThat(verdicts).as("an order's own mail").contains("thank-you SEND DUE");
      boolean back = verdicts.contains("how-to SKIP HELD_BACK");
      boolean got = verdicts.contains("how-to SEND DUE");
      assertThat(back || got || verdicts.contains("how-to SKIP NO_CONSENT")).isTrue();
      held += back ? 1 : 0;
      sent += got ? 1 : 0;
    }
    assertThat(held + sent).as("with consent").isEqualTo(150);
    assertThat(held).isBetween(12, 50);
    assertThat(people("HELD_BACK")).isEqualTo(held);
    assertThat(people("MESSAGED")).isEqualTo(sent);
  }

  @Test
  void the_group_is_the_same_whenever_somebody_enters_again() {
    activate(1);
    hold(1, 50);
    for (int round = 0; round < 3; round++) {
      for (int i = 1; i <= 20; i++) {
        buy(round * 100 + i, "p" + i + "@example.com");
      }
      world.pass(Duration.ofDays(20));
    }

    assertThat(people("HELD_BACK") + people("MESSAGED")).isEqualTo(20);
    for (int i = 1; i <= 20; i++) {
      assertThat(world.verdicts(100 + i)).isEqualTo(world.verdicts(i));
      assertThat(world.verdicts(200 + i)).isEqualTo(world.verdicts(i));
    }
  }

  @Test
  void whoever_is_in_a_series_when_it_begins_stays_in_it_and_in_no_group() {
    activate(1);
    for (int i = 1; i <= 20; i++) {
      buy(i, "p" + i + "@example.com");
    }
    world.clock.advance(Duration.ofSeconds(1));
    hold(1, 50);
    world.pass(Duration.ofDays(2));

    for (int i = 1; i <= 20; i++) {
      assertThat(world.verdicts(i)).contains("how-to SEND DUE");
    }
    assertThat(people("HELD_BACK") + people("MESSAGED")).isZero();
  }

  @Test
  void orders_count_for_thirty_days_from_the_first_message_on() {
    activate(1);
    hold(1, 50);
    buy(1, "ada@example.com");
    placed(1, "ada@example.com", world.clock.instant());
    world.pass(Duration.ofDays(1));
    Instant written = since();
    placed(2, "ada@example.com", written.plusSeconds(1));
    placed(3, "ada@example.com", written.plus(Effect.WINDOW).minusSeconds(1));
    placed(4, "ada@example.com", written.plus(Effect.WINDOW));
    placed(5, "bo@example.com", written.plusSeconds(9));
    placed(6, "ada@example.com", written);
    placed(2, "ada@example.com", written.plusSeconds(1));

    assertThat(
            database.jdbc.queryForList(
                "select ORDER_ID from PP_HOLDOUT_ORDER order by ORDER_ID", Long.class))
        .containsExactly(2L, 3L);
  }

  @Test
  void orders_count_after_the_end_of_a_comparison_and_another_share_is_another_one() {
    activate(1);
    hold(1, 50);
    buy(1, "ada@example.com");
    world.pass(Duration.ofDays(1));
    Instant written = since();
    hold(1, 10);
    placed(2, "ada@example.com", written.plus(Duration.ofDays(10)));
    assertThat(store.all()).extracting(each -> each.number).containsExactly(1, 2);
    assertThat(
            database.jdbc.queryForList("select TEST_NUMBER from PP_HOLDOUT_ORDER", Integer.class))
        .containsExactly(1);
    assertThat(database.transactions.<Boolean>call(() -> measure.hold(1, 10)))
        .as("it is so already")
        .isFalse();
    hold(1, 0);
    Instant now = world.clock.instant();
    assertThat(holdouts.place(1, "ada@example.com", now, now)).isEmpty();
  }

  @Test
  void what_was_seen_is_added_up_when_the_thirty_days_are_over() {
    activate(1);
    hold(1, 50);
    for (int i = 1; i <= 40; i++) {
      buy(i, "p" + i + "@example.com");
    }
    world.pass(Duration.ofDays(1));
    Instant written = since();
    placed(101, "p1@example.com", written.plusSeconds(60));
    placed(102, "p1@example.com", written.plusSeconds(90));
    placed(103, "p2@example.com", written.plusSeconds(90));
    Effect early = measure.effects().get(1L);
    assertThat(early.waiting).isEqualTo(40);
    assertThat(early.of(Arm.MESSAGED).people + early.of(Arm.HELD_BACK).people).isZero();

    world.clock.advance(Effect.WINDOW.plusSeconds(1));
    Effect effect = measure.effects().get(1L);
    assertThat(effect.waiting).isZero();
    assertThat(effect.of(Arm.MESSAGED).people + effect.of(Arm.HELD_BACK).people).isEqualTo(40);
    assertThat(effect.of(Arm.MESSAGED).buyers + effect.of(Arm.HELD_BACK).buyers).isEqualTo(2);
  }

  private Instant since() {
    return database.jdbc.queryForObject(
        "select max(SINCE) as SINCE from PP_HOLDOUT_PERSON", (row, n) -> Utc.instant(row, "SINCE"));
  }

  private void activate(long id) {
    world.activate(
        id,
        SeriesWorld.series(
            OrderTriggers.ANY_ORDER, ReEntry.EACH_ORDER, 1, FirstPurchase.thankYou(), howTo()));
  }

  private static Step howTo() {
    return FirstPurchase.marketing("how-to", 2, Anchor.SUBMITTED, 1).build();
  }

  private void hold(long series, int percent) {
    assertThat(database.transactions.<Boolean>call(() -> measure.hold(series, percent))).isTrue();
    world.clock.advance(Duration.ofSeconds(11)); // the node has heard of it
  }

  private void buy(long id, String email) {
    world.submit(order(id).email(email).line(id * 10, 1), true);
  }

  private void placed(long id, String mailbox, Instant at) {
    database.jdbc.update("delete from PP_PERSON_ORDER where ORDER_ID = ?", id);
    database.jdbc.update(
        "insert into PP_PERSON_ORDER (ORDER_ID, MAILBOX_KEY) values (?, ?)", id, mailbox);
    OrderEvent event =
        new OrderEvent("order:" + id, id, OrderFact.SUBMITTED, "", EventSource.HOST_STATUS, at);
    database.transactions.run(() -> count.handle(List.of(event)));
  }

  private long people(String arm) {
    return database.jdbc.queryForObject(
        "select count(*) from PP_HOLDOUT_PERSON where ARM = ?", Long.class, arm);
  }

  /** A host of which no order was cancelled. */
  private final class OrdersAsCounted implements CountedOrders {
    @Override
    public List<Bought> bought(Instant complete) {
      return List.of();
    }

    @Override
    public List<HoldoutStore.GroupSize> buyers(Instant complete) {
      Map<String, Long> persons =
          database
              .jdbc
              .query(
                  "select distinct h.PERSON, h.ARM from PP_HOLDOUT_ORDER h join PP_HOLDOUT_PERSON p"
                      + " on p.PERSON = h.PERSON where p.SINCE < ?",
                  (row, n) -> row.getString("ARM"),
                  Utc.param(complete))
              .stream()
              .collect(Collectors.groupingBy(arm -> arm, Collectors.counting()));
      List<HoldoutStore.GroupSize> sizes = new ArrayList<>();
      persons.forEach(
          (arm, n) -> sizes.add(new HoldoutStore.GroupSize(1, 1, Arm.valueOf(arm), true, n)));
      return sizes;
    }
  }
}
