package org.postpurchase.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.order.OrderFact;
import org.postpurchase.shared.AttemptPolicy;
import org.postpurchase.shared.OncePerBatch;
import org.postpurchase.shared.Transactions;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.Events;
import org.postpurchase.testkit.SettableClock;

/** What the relay's handlers ask once for a batch, and when they ask again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnswersOfBatchTest {
  private CoreDatabase database;
  private SettableClock clock;
  private Outbox outbox;
  private final AtomicInteger saved = new AtomicInteger();
  private Map<String, Integer> seen;

  @BeforeAll
  void open() {
    database = Databases.hsqldb();
  }

  @BeforeEach
  void start() {
    database.jdbc.update("delete from PP_OUTBOX");
    clock = new SettableClock();
    outbox = new Outbox(database.outbox(), clock);
    saved.set(0);
    seen = new LinkedHashMap<>();
  }

  /** Each reading is another one, as if a merchant saved all the time. */
  private int setting() {
    return OncePerBatch.of("setting", saved::incrementAndGet);
  }

  private RecordingHandler reader(String name) {
    return new RecordingHandler(name, event -> seen.put(name + event.orderId, setting()));
  }

  private void relay(Transactions transactions, EventHandler... handlers) {
    AttemptPolicy policy =
        new AttemptPolicy(3, Duration.ofMinutes(1), Duration.ofHours(1), new Random(1));
    new OutboxRelay(database.outbox(), List.of(handlers), policy, transactions, clock, "this node")
        .runDue();
  }

  private void record(long... orders) {
    for (long order : orders) {
      outbox.record(Events.event(order, OrderFact.SUBMITTED));
    }
  }

  @Test
  void all_reactions_to_a_batch_go_by_one_answer_and_the_next_batch_by_its_own() {
    record(1, 2);
    relay(database.transactions, reader("a"), reader("b"));
    record(3);
    relay(database.transactions, reader("a"), reader("b"));

    assertThat(seen.toString()).isEqualTo("{a1=1, a2=1, b1=1, b2=1, a3=2, b3=2}");
    assertThat(OncePerBatch.isOpen()).isFalse();
  }

  @Test
  void when_one_event_spoils_a_batch_each_of_its_events_is_handled_by_what_holds_then() {
    record(1, 2, 3);
    RecordingHandler spoilt =
        new RecordingHandler(
            "a",
            event -> {
              seen.put("a" + event.orderId, setting());
              if (event.orderId == 2) {
                throw new IllegalStateException("poisoned");
              }
            });
    relay(database.transactions, reader("0"), spoilt, reader("b"));

    assertThat(seen.toString()).isEqualTo("{01=1, 02=1, 03=1, a1=2, a2=3, a3=4, b1=4, b2=4, b3=4}");
  }

  @Test
  void what_waits_for_its_order_makes_the_others_ask_again() {
    record(1, 2, 3);
    Instant later = clock.instant().plusSeconds(60);
    RecordingHandler undecided =
        new RecordingHandler(
            "a",
            event -> {
              seen.put("a" + event.orderId, setting());
              if (event.orderId == 2) {
                throw new AskAgainException("a cart", Map.of(event.key, later));
              }
            });
    relay(database.transactions, undecided);

    assertThat(seen.toString()).isEqualTo("{a1=2, a2=1, a3=2}");
  }

  @Test
  void a_transaction_that_the_database_gave_up_reads_again_when_it_is_repeated() {
    record(1, 2);
    List<Integer> readings = new ArrayList<>();
    RecordingHandler handler = new RecordingHandler("a", event -> readings.add(setting()));
    AtomicBoolean given = new AtomicBoolean();
    Transactions twice =
        new Transactions() {
          @Override
          public <T> T call(Supplier<T> work) {
            return database.transactions.call(
                () -> {
                  T done = work.get();
                  boolean handled = readings.size() == 2 && given.compareAndSet(false, true);
                  return handled ? work.get() : done;
                });
          }
        };
    relay(twice, handler);

    assertThat(readings).startsWith(1, 1, 2, 2);
  }
}
