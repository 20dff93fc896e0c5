package org.postpurchase.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.shared.AttemptPolicy;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.Events;
import org.postpurchase.testkit.SettableClock;

/** Handlers that together, or one alone, take longer than a lease lasts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SlowHandlersTest {
  private static final int LEASE_SECONDS = 1;

  private final CoreDatabase database = Databases.hsqldb();
  private final SettableClock clock = new SettableClock();

  @Test
  void nobody_else_takes_what_waits_its_turn_and_no_attempt_is_used_up() {
    database.jdbc.update("delete from PP_OUTBOX");
    Outbox outbox = new Outbox(database.outbox(), clock);
    for (int order = 0; order < 5; order++) {
      outbox.record(Events.submitted(order));
    }
    RecordingHandler taken = RecordingHandler.named("slow");
    OutboxRelay other = relay(taken, "other");
    int[] stolen = {0};
    RecordingHandler slow =
        new RecordingHandler(
            "slow",
            event -> {
              long end = System.nanoTime() + Duration.ofMillis(1500).toNanos();
              while (event.orderId < 2 && System.nanoTime() < end) {
                stolen[0] += claimedByAnother();
                Thread.onSpinWait();
              }
            });

    relay(slow, "this").runDue();

    assertThat(stolen[0]).isZero();
    assertThat(other.runDue()).isZero();
    assertThat(slow.handled).hasSize(5);
    assertThat(taken.handled).isEmpty();
    assertThat(database.outbox().list(OutboxState.DONE, 20, 0))
        .hasSize(10)
        .allMatch(entry -> entry.attempts == 1);
  }

  /** As another node would, in a transaction of its own. */
  private int claimedByAnother() {
    int[] claimed = {0};
    Thread node =
        new Thread(
            () ->
                claimed[0] =
                    database.transactions.call(
                        () -> database.outbox().claim(clock.instant(), 50, "other", 1).size()));
    node.start();
    try {
      node.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return claimed[0];
  }

  private OutboxRelay relay(EventHandler handler, String owner) {
    return new OutboxRelay(
        database.outbox(),
        new OutboxRelay.Reactions(List.of(handler), events -> {}).leasedFor(LEASE_SECONDS),
        new AttemptPolicy(8, Duration.ofSeconds(2), Duration.ofMinutes(10), new Random(1)),
        database.transactions,
        clock,
        owner);
  }
}
