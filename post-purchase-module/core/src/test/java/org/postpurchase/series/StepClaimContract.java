package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.Together;

/** Who gets which due step, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class StepClaimContract {
  private static final Instant NOW = SettableClock.START;

  private CoreDatabase database;
  private ExecutionStore store;

  abstract CoreDatabase shared();

  @BeforeAll
  void open() {
    database = shared();
    store = database.executions();
  }

  @BeforeEach
  void empty() {
    database.jdbc.update("delete from PP_STEP_EXECUTION");
  }

  @Test
  void nothing_is_claimed_before_its_moment_and_the_longest_due_comes_first() {
    add(1, NOW);
    add(2, NOW.minusSeconds(5));
    add(3, null);
    add(4, NOW.plusMillis(1));

    assertThat(claim(10)).extracting(e -> e.enrollmentId).containsExactly(2L, 1L);
    assertThat(store.nextDueAt()).contains(NOW.minusSeconds(5));
  }

  @Test
  void two_nodes_that_claim_and_finish_share_the_work_without_overlap() throws Exception {
    for (int round = 0; round < 5; round++) {
      empty();
      for (int i = 0; i < 200; i++) {
        add(i, NOW);
      }
      List<List<Long>> done = Together.run(2, i -> this::finishAll);
      Set<Long> distinct = new HashSet<>();
      done.forEach(distinct::addAll);
      assertThat(distinct).hasSize(200);
      assertThat(done.get(0).size() + done.get(1).size()).isEqualTo(200);
    }
  }

  @Test
  void a_claim_that_is_rolled_back_leaves_everything_due() {
    add(1, NOW);
    try {
      database.transactions.run(
          () -> {
            assertThat(store.claim(NOW, 10)).hasSize(1);
            throw new IllegalStateException("the node dies");
          });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("the node dies");
    }
    assertThat(claim(10)).hasSize(1);
  }

  @Test
  void what_was_finished_or_moved_meanwhile_is_left_alone() {
    add(1, NOW);
    StepExecution stale = claim(1).get(0);
    StepExecution current = store.find(stale.id).orElseThrow();
    store.schedule(current, NOW.plusSeconds(60));

    assertThat(store.finish(stale, ExecutionState.DONE, "", NOW)).isFalse();
    assertThat(store.find(stale.id).orElseThrow().state).isEqualTo(ExecutionState.SCHEDULED);
    assertThat(store.find(stale.id).orElseThrow().dueAt).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void a_parked_step_waits_for_a_person_and_is_then_due_at_once() {
    add(1, NOW);
    StepExecution claimed = claim(1).get(0);
    store.park(claimed, "why", NOW);
    assertThat(claim(10)).isEmpty();
    assertThat(store.countParked()).isEqualTo(1);
    assertThat(store.find(claimed.id).orElseThrow().reason).isEqualTo("why");

    assertThat(store.unpark(claimed.id, NOW.plusSeconds(3))).isTrue();
    assertThat(store.unpark(claimed.id, NOW.plusSeconds(3))).isFalse();
    assertThat(store.find(claimed.id).orElseThrow().dueAt).isEqualTo(NOW.plusSeconds(3));
  }

  private List<Long> finishAll() {
    List<Long> finished = new ArrayList<>();
    do {
      finished.addAll(database.transactions.call(this::finishBatch));
    } while (scheduled() > 0);
    return finished;
  }

  /** The ones that it finished; a run that the database gave up is not in the answer. */
  private List<Long> finishBatch() {
    List<Long> finished = new ArrayList<>();
    for (StepExecution each : store.claim(NOW, 7)) {
      if (store.finish(each, ExecutionState.DONE, "", NOW)) {
        finished.add(each.id);
      }
    }
    return finished;
  }

  private int scheduled() {
    return database.jdbc.queryForObject(
        "select count(*) from PP_STEP_EXECUTION where STATE = 'SCHEDULED'", Integer.class);
  }

  private void add(long enrollment, Instant due) {
    store.add(enrollment, FirstPurchase.howTo(), due);
  }

  private List<StepExecution> claim(int limit) {
    return database.transactions.call(() -> store.claim(NOW, limit));
  }
}
