package org.postpurchase.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.order.OrderFact;
import org.postpurchase.shared.AttemptPolicy;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.Events;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.WatchedDataSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutboxRelayTest {
  private static final int ATTEMPTS_MAX = 3;

  private CoreDatabase database;
  private SettableClock clock;
  private OutboxStore store;
  private Outbox outbox;

  @BeforeAll
  void open() {
    database = Databases.hsqldb();
    database.jdbc.execute("create table EFFECT (ORDER_ID bigint)");
  }

  @BeforeEach
  void start() {
    database.jdbc.update("delete from PP_OUTBOX");
    database.jdbc.update("delete from EFFECT");
    clock = new SettableClock();
    store = database.outbox();
    outbox = new Outbox(store, clock);
  }

  @Test
  void an_event_reaches_every_handler_that_cares_and_no_other() {
    RecordingHandler first = RecordingHandler.named("first");
    RecordingHandler second = RecordingHandler.named("second");
    outbox.record(Events.event(1, OrderFact.SUBMITTED));
    outbox.record(Events.event(2, OrderFact.SHIPPED));

    relay(first, second).runDue();

    assertThat(first.handled).extracting(e -> e.orderId).containsExactly(1L);
    assertThat(second.handled).extracting(e -> e.key).containsExactly("order:1:SUBMITTED:1");
    assertThat(store.count(OutboxState.WAITING)).isZero();
    assertThat(store.count(OutboxState.DONE)).isEqualTo(4);
  }

  @Test
  void an_event_that_is_recorded_again_later_is_not_handled_again() {
    RecordingHandler handler = RecordingHandler.named("h");
    outbox.record(Events.event(1, OrderFact.SUBMITTED));
    relay(handler).runDue();

    assertThat(outbox.record(Events.event(1, OrderFact.SUBMITTED))).isFalse();
    relay(handler).runDue();

    assertThat(handler.handled).hasSize(1);
  }

  @Test
  void one_poisoned_entry_among_ten_thousand_delays_nobody() {
    List<Object[]> rows = new ArrayList<>();
    for (long i = 0; i < 10_000; i++) {
      rows.add(new Object[] {"e" + i, i});
    }
    database.jdbc.batchUpdate(
        "insert into PP_OUTBOX (ENTRY_KEY, HANDLER, FACT, ORDER_ID, SOURCE, OCCURRED_AT,"
            + " RECORDED_AT, STATE, DUE_AT) values (?, 'count', 'SUBMITTED', ?, 'HOST_STATUS',"
            + " timestamp '2026-03-01 00:00:00', timestamp '2026-03-01 00:00:00', 'WAITING',"
            + " timestamp '2026-03-01 00:00:00')",
        rows);
    RecordingHandler poisoned =
        new RecordingHandler(
            "count",
            event -> {
              database.jdbc.update("insert into EFFECT values (?)", event.orderId);
              if (event.orderId == 17) {
                throw new IllegalStateException("poisoned");
              }
            });

    assertThat(relay(poisoned).runDue()).isEqualTo(10_000);

    assertThat(store.count(OutboxState.DONE)).isEqualTo(9_999);
    assertThat(database.count("EFFECT")).isEqualTo(9_999);
    OutboxEntry bad = store.list(OutboxState.WAITING, 10, 0).get(0);
    assertThat(bad.event.orderId).isEqualTo(17);
    assertThat(bad.reason).isEqualTo("IllegalStateException: poisoned");
  }

  @Test
  void what_keeps_failing_is_blocked_with_its_reason_and_can_be_unblocked() {
    RecordingHandler failing =
        new RecordingHandler(
            "h",
            event -> {
              throw new IllegalStateException("stock is closed");
            });
    outbox.record(Events.event(1, OrderFact.SUBMITTED));

    runRepeatedly(relay(failing));

    assertThat(failing.handled).hasSize(ATTEMPTS_MAX);
    OutboxEntry blocked = store.list(OutboxState.BLOCKED, 10, 0).get(0);
    assertThat(blocked.reason).contains("stock is closed");
    assertThat(store.nextDueAt()).isEmpty();

    store.unblock(blocked.id, clock.instant());
    RecordingHandler repaired = RecordingHandler.named("h");
    relay(repaired).runDue();
    assertThat(repaired.handled).hasSize(1);
    assertThat(store.count(OutboxState.BLOCKED)).isZero();
  }

  @Test
  void a_handler_that_throws_an_error_is_treated_like_any_other_failure() {
    RecordingHandler broken =
        new RecordingHandler(
            "h",
            event -> {
              database.jdbc.update("insert into EFFECT values (1)");
              if (event.orderId == 1) {
                throw new NoClassDefFoundError("com/shop/Gone");
              }
            });
    outbox.record(Events.event(1, OrderFact.SUBMITTED));
    outbox.record(Events.event(2, OrderFact.SUBMITTED));

    relay(broken).runDue();

    assertThat(store.list(OutboxState.WAITING, 10, 0))
        .extracting(e -> e.reason)
        .containsExactly("NoClassDefFoundError: com/shop/Gone");
    assertThat(database.count("EFFECT")).isEqualTo(1);
  }

  @Test
  void a_rest_follows_a_failure_and_the_entry_comes_back_by_the_business_clock() {
    RecordingHandler failing =
        new RecordingHandler(
            "h",
            event -> {
              throw new IllegalStateException("not yet");
            });
    outbox.record(Events.event(1, OrderFact.SUBMITTED));
    OutboxRelay relay = relay(failing);
    relay.runDue();

    relay.runDue();
    assertThat(failing.handled).as("the clock stands still").hasSize(1);
    assertThat(relay.nextDueAt()).get().matches(due -> due.isAfter(clock.instant()));

    clock.advance(Duration.ofMinutes(2));
    relay.runDue();
    assertThat(failing.handled).hasSize(2);
  }

  @Test
  void an_entry_without_its_handler_is_blocked_with_a_reason_that_helps() {
    store.append("k", "earn-points", Events.event(1, OrderFact.SUBMITTED), clock.instant());

    runRepeatedly(relay(RecordingHandler.named("other")));

    assertThat(store.list(OutboxState.BLOCKED, 1, 0).get(0).reason)
        .isEqualTo(
            "No handler named 'earn-points' is installed on this node; is a plugin jar missing?");
  }

  @Test
  void effects_are_undone_when_the_mark_cannot_be_written() {
    FaultyStore faulty = new FaultyStore(store);
    RecordingHandler handler = inserting();
    store.append("k", "h", Events.event(1, OrderFact.SUBMITTED), clock.instant());

    faulty.breakFinish = true;
    relay(faulty, handler).runDue();
    assertThat(database.count("EFFECT")).as("rolled back with the mark").isZero();

    faulty.breakFinish = false;
    clock.advance(Duration.ofMinutes(2));
    relay(faulty, handler).runDue();
    assertThat(handler.handled).hasSize(2);
    assertThat(database.count("EFFECT")).isEqualTo(1);
  }

  @Test
  void effects_of_a_node_that_lost_its_lease_are_undone() {
    FaultyStore faulty = new FaultyStore(store);
    faulty.beforeFinish =
        () -> database.jdbc.update("update PP_OUTBOX set LEASE_EPOCH = LEASE_EPOCH + 1");
    store.append("k", "h", Events.event(1, OrderFact.SUBMITTED), clock.instant());

    relay(faulty, inserting()).runDue();

    assertThat(database.count("EFFECT")).isZero();
    assertThat(store.count(OutboxState.WAITING)).as("the new owner finishes it").isEqualTo(1);
  }

  @Test
  void an_entry_that_killed_every_node_that_touched_it_is_blocked_without_another_try() {
    store.append("k", "h", Events.event(1, OrderFact.SUBMITTED), clock.instant());
    for (int i = 0; i < ATTEMPTS_MAX; i++) {
      database.transactions.run(() -> store.claim(clock.instant(), 1, "dying node", 60));
      database.leasesRunOut();
    }
    RecordingHandler handler = inserting();

    relay(handler).runDue();

    assertThat(handler.handled).isEmpty();
    assertThat(store.list(OutboxState.BLOCKED, 1, 0).get(0).reason).contains("without an answer");
  }

  @Test
  void one_that_was_cut_off_less_often_is_tried_again() {
    store.append("k", "h", Events.event(1, OrderFact.SUBMITTED), clock.instant());
    database.transactions.run(() -> store.claim(clock.instant(), 1, "dying node", 60));
    database.leasesRunOut();
    RecordingHandler handler = inserting();

    relay(handler).runDue();

    assertThat(handler.handled).hasSize(1);
    assertThat(store.count(OutboxState.DONE)).isEqualTo(1);
  }

  @Test
  void an_idle_poll_costs_exactly_one_statement() {
    WatchedDataSource watched = new WatchedDataSource(database.dataSource);
    CoreDatabase node = database.through(watched.dataSource());
    OutboxRelay relay =
        new OutboxRelay(
            node.outbox(), List.of(inserting()), policy(), node.transactions, clock, "idle");
    watched.seen.clear();

    assertThat(relay.runDue()).isZero();

    assertThat(watched.seen).hasSize(1).first().asString().startsWith("select");
  }

  private void runRepeatedly(OutboxRelay relay) {
    for (int i = 0; i < ATTEMPTS_MAX + 3; i++) {
      relay.runDue();
      clock.advance(Duration.ofHours(1));
    }
  }

  private RecordingHandler inserting() {
    return new RecordingHandler(
        "h", event -> database.jdbc.update("insert into EFFECT values (?)", event.orderId));
  }

  private OutboxRelay relay(EventHandler... handlers) {
    return relay(store, handlers);
  }

  private OutboxRelay relay(OutboxStore over, EventHandler... handlers) {
    return new OutboxRelay(
        over, List.of(handlers), policy(), database.transactions, clock, "this node");
  }

  private static AttemptPolicy policy() {
    return new AttemptPolicy(
        ATTEMPTS_MAX, Duration.ofSeconds(30), Duration.ofMinutes(10), new Random(1));
  }
}
