package org.postpurchase.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.testkit.Events;
import org.postpurchase.testkit.Together;
import org.postpurchase.testkit.Zones;

/** What every database must do for the outbox. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class OutboxStoreContract extends OutboxStoreFixture {
  @Test
  void an_entry_comes_back_as_it_was_recorded() {
    OrderEvent event =
        new OrderEvent(
            "order:7:REFUNDED:ref:R-1",
            7,
            OrderFact.REFUNDED,
            "amountMinor=1250;note=Käse 🧀",
            EventSource.SERVICE,
            Instant.parse("2026-03-29T01:30:00.123Z"));

    assertThat(store.append(event.key, Outbox.INTAKE, event, NOW)).isTrue();

    OutboxEntry read = store.list(OutboxState.WAITING, 10, 0).get(0);
    assertThat(read.event).usingRecursiveComparison().isEqualTo(event);
    assertThat(read.handler).isEqualTo("intake");
    assertThat(read.attempts).isZero();
    assertThat(read.dueAt).isEqualTo(NOW);
    assertThat(read.reason).isEmpty();
    assertThat(store.findEvent(event.key)).get().usingRecursiveComparison().isEqualTo(event);
    assertThat(store.findEvent("order:8:REFUNDED:ref:R-1")).isEmpty();
  }

  @Test
  void the_entry_of_a_handler_carries_the_key_of_its_event() {
    OrderEvent event = Events.submitted(7);

    store.append(event.key + "|thank-buyer", "thank-buyer", event, NOW);

    assertThat(store.list(OutboxState.WAITING, 1, 0).get(0).event.key).isEqualTo(event.key);
  }

  @Test
  void the_same_key_is_recorded_once() {
    assertThat(append(1)).isTrue();
    assertThat(append(1)).isFalse();
    assertThat(database.count("PP_OUTBOX")).isEqualTo(1);
  }

  @Test
  void a_taken_key_leaves_the_transaction_usable() {
    append(1);

    boolean second =
        database.transactions.call(
            () -> {
              boolean again = append(1);
              append(2);
              return again;
            });

    assertThat(second).isFalse();
    assertThat(database.count("PP_OUTBOX")).isEqualTo(2);
  }

  @Test
  void an_entry_vanishes_with_its_transaction() {
    Throwable thrown =
        catchThrowable(
            () ->
                database.transactions.run(
                    () -> {
                      append(1);
                      throw new IllegalStateException("the caller gives up");
                    }));

    assertThat(thrown).hasMessage("the caller gives up");
    assertThat(database.count("PP_OUTBOX")).isZero();
  }

  @Test
  void of_many_who_record_the_same_key_at_once_exactly_one_is_first() throws Exception {
    for (int round = 0; round < 15; round++) {
      int order = 100 + round;

      List<Boolean> news =
          Together.run(6, i -> () -> database.transactions.call(() -> append(order)));

      assertThat(news).as("round " + round).containsOnlyOnce(true);
    }
    assertThat(database.count("PP_OUTBOX")).isEqualTo(15);
  }

  @Test
  void what_does_not_fit_is_refused_and_never_cut_off() {
    OrderEvent tooMuch =
        new OrderEvent("k", 1, OrderFact.SHIPPED, "x".repeat(2001), EventSource.SERVICE, NOW);

    assertThat(catchThrowable(() -> store.append("k", Outbox.INTAKE, tooMuch, NOW))).isNotNull();
    assertThat(database.count("PP_OUTBOX")).isZero();
  }

  @Test
  void the_next_due_moment_is_that_of_the_earliest_waiting_entry() {
    assertThat(store.nextDueAt()).isEmpty();
    store.append("b", "h", Events.submitted(2), NOW.plusSeconds(5));
    store.append("a", "h", Events.submitted(1), NOW);

    assertThat(store.nextDueAt()).contains(NOW);
    store.finish(claim(NOW, 1).get(0), NOW);
    assertThat(store.nextDueAt()).contains(NOW.plusSeconds(5));
  }

  @Test
  void entries_are_listed_newest_first_and_page_by_page() {
    for (int i = 1; i <= 5; i++) {
      append(i);
    }

    assertThat(store.list(OutboxState.WAITING, 2, 2))
        .extracting(e -> e.event.orderId)
        .containsExactly(3L, 2L);
    assertThat(store.count(OutboxState.WAITING)).isEqualTo(5);
    assertThat(store.count(OutboxState.BLOCKED)).isZero();
  }

  @Test
  void only_what_the_host_or_the_sweep_noticed_counts_as_an_event_of_the_status() {
    append(1);
    store.append("k|h", "h", Events.submitted(1), NOW);
    OrderEvent told = new OrderEvent("told", 1, OrderFact.SUBMITTED, "", EventSource.SERVICE, NOW);
    store.append("told", Outbox.INTAKE, told, NOW);

    assertThat(store.countEvents(1, "SUBMITTED")).isEqualTo(1);
    assertThat(store.countEvents(1, "CANCELLED")).isZero();
    assertThat(store.countEvents(2, "SUBMITTED")).isZero();
  }

  @Test
  void moments_mean_the_same_in_a_jvm_of_any_zone() throws Exception {
    Instant gap =
        Instant.parse("2026-09-26T14:30:00.250Z"); // 02:30 in Auckland: skipped that night
    OrderEvent event = new OrderEvent("z", 1, OrderFact.SUBMITTED, "", EventSource.SWEEP, gap);

    Zones.in("Pacific/Auckland", () -> store.append("z", "h", event, gap));

    OutboxEntry read =
        Zones.in("America/New_York", () -> store.list(OutboxState.WAITING, 1, 0).get(0));
    assertThat(read.event.occurredAt).isEqualTo(gap);
    assertThat(read.dueAt).isEqualTo(gap);
    assertThat(Zones.in("America/New_York", () -> claim(gap.minusMillis(1), 1))).isEmpty();
    assertThat(Zones.in("America/New_York", () -> claim(gap, 1))).hasSize(1);
    assertThat(Zones.in("Pacific/Auckland", () -> claim(gap, 1))).as("still leased").isEmpty();
    assertThat(
            database.jdbc.queryForObject(
                "select cast(DUE_AT as char(26)) from PP_OUTBOX", String.class))
        .startsWith("2026-09-26 14:30:00");
  }
}
