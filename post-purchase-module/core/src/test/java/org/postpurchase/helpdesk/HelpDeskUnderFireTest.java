package org.postpurchase.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postpurchase.migrations.testkit.TestDatabase;
import org.postpurchase.testkit.CoreDatabase;

/**
 * The node that calls the help desk is killed again and again, in the middle of calls. Kills:
 * system property {@code pp.helpdesk.kills} (3 in a normal build).
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("long")
class HelpDeskUnderFireTest extends HelpDeskFixture {
  private static final int KILLS = Integer.getInteger("pp.helpdesk.kills", 3);
  private static final int CASES = 40 * KILLS;

  /** So many calls more than awaited are answered before a kill, however late it comes. */
  private static final int OVER = 10;

  private final TestDatabase server = TestDatabase.postgres();
  private volatile int answered = Integer.MAX_VALUE;
  private Process node;

  @Override
  CoreDatabase shared() {
    return new CoreDatabase(server);
  }

  @AfterEach
  void end() {
    if (node != null) {
      node.destroyForcibly();
    }
    server.close();
  }

  @Test
  void every_call_arrives_at_least_once_and_at_most_one_more_time_for_each_kill() throws Exception {
    listenAt(url());
    answer =
        () -> {
          do {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(8)); // a desk takes its time
          } while (received.size() > answered);
          return 204;
        };
    for (int i = 0; i < CASES; i++) {
      open("case " + i);
    }
    List<String> queued = store.waiting(10 * CASES).stream().map(HookCall::messageId).toList();
    assertThat(queued).hasSize(CASES);
    Random random = new Random(20261130);
    for (int kill = 0; kill < KILLS; kill++) {
      node = HelpDeskNode.start(server.jdbcUrl(), server.user(), server.password(), "n" + kill);
      int calls = received.size() + 5 + random.nextInt(15);
      answered = calls + OVER;
      await(calls);
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(8_000)));
      node.destroyForcibly().waitFor();
      answered = Integer.MAX_VALUE;
      assertThat(store.countWaiting()).as("something is left to do").isPositive();
      database.jdbc.update("delete from PP_LEASE"); // as when the dead node's minute is over
    }
    CallHelpDesk rest = callerOn(database, "rest");
    while (store.countWaiting() > 0) {
      assertThat(rest.runDue()).isPositive();
    }
    List<String> arrived = new ArrayList<>();
    received.forEach(call -> arrived.add(call.header("webhook-id")));
    assertThat(arrived).containsAll(queued);
    assertThat(arrived.size() - queued.size()).as("told twice").isLessThanOrEqualTo(KILLS);
    for (Received call : received) {
      assertThat(isSigned(call, store.read())).isTrue();
    }
  }

  private void await(int calls) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (received.size() < calls) {
      assertThat(System.nanoTime()).as("the node works").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }
}
