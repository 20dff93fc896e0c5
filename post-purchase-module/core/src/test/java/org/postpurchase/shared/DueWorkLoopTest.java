package org.postpurchase.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postpurchase.testkit.QuietLogs;

@Timeout(60)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DueWorkLoopTest {
  private static final long NEVER_MILLIS = TimeUnit.DAYS.toMillis(1);

  @BeforeAll
  static void quiet() {
    QuietLogs.forTests();
  }

  @Test
  void work_that_fails_is_run_again_at_the_next_poll() throws Exception {
    CountDownLatch runs = new CountDownLatch(3);
    Runnable failing =
        () -> {
          runs.countDown();
          throw new NoClassDefFoundError("every time");
        };

    try (DueWorkLoop loop = new DueWorkLoop(List.of(LoopWork.work("failing", failing)), 5)) {
      loop.start();

      assertThat(runs.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void work_that_hangs_does_not_hold_up_other_work() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch other = new CountDownLatch(2);

    try (DueWorkLoop loop =
        new DueWorkLoop(
            List.of(
                LoopWork.work("hanging", () -> await(release)),
                LoopWork.work("other", other::countDown)),
            5)) {
      loop.start();

      assertThat(other.await(20, TimeUnit.SECONDS)).isTrue();
      release.countDown();
    }
  }

  @Test
  void an_event_runs_one_kind_after_the_other_long_before_the_next_poll() throws Exception {
    CountDownLatch three = new CountDownLatch(1);
    List<String> order = new CopyOnWriteArrayList<>();

    try (DueWorkLoop loop =
        new DueWorkLoop(
            List.of(
                LoopWork.work("one", () -> order.add("one")),
                LoopWork.upkeep("upkeep", () -> order.add("upkeep")),
                LoopWork.work("two", () -> order.add("two")),
                LoopWork.work(
                    "three",
                    () -> {
                      order.add("three");
                      three.countDown();
                    })),
            NEVER_MILLIS)) {
      loop.start();
      loop.wake();

      assertThat(three.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(order).containsExactly("one", "two", "three");
  }

  @Test
  void while_orders_come_in_upkeep_waits_and_events_are_handled_together() throws Exception {
    AtomicInteger upkeep = new AtomicInteger();
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch events = new CountDownLatch(300);
    AtomicInteger wakes = new AtomicInteger();

    try (DueWorkLoop loop =
        new DueWorkLoop(
            List.of(
                LoopWork.work("events", events::countDown),
                LoopWork.upkeep(
                    "upkeep",
                    () -> {
                      upkeep.incrementAndGet();
                      first.countDown();
                    })),
            1)) {
      loop.wake();
      loop.start();
      assertThat(first.await(20, TimeUnit.SECONDS)).as("once after the start").isTrue();
      while (events.getCount() > 0) { // 300 polls of a millisecond
        loop.wake();
        wakes.incrementAndGet();
        Thread.onSpinWait();
      }
    }

    assertThat(wakes.get()).isGreaterThan(1000);
    assertThat(upkeep).as("not with each of 300 polls").hasValueLessThan(3);
  }

  @Test
  void a_thousand_wakes_during_one_run_lead_to_one_more_run() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    DueWorkLoop loop =
        new DueWorkLoop(
            List.of(
                LoopWork.work(
                    "w",
                    () -> {
                      runs.incrementAndGet();
                      started.countDown();
                      await(release);
                    })),
            NEVER_MILLIS);
    loop.start();
    loop.wake();
    assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();

    for (int i = 0; i < 1000; i++) {
      loop.wake();
    }
    release.countDown();
    loop.close();

    assertThat(runs).hasValue(2);
  }

  @Test
  void closing_ends_its_threads_after_the_running_item() throws Exception {
    AtomicReference<Thread> thread = new AtomicReference<>();
    CountDownLatch started = new CountDownLatch(1);
    DueWorkLoop loop =
        new DueWorkLoop(
            List.of(
                LoopWork.work(
                    "w",
                    () -> {
                      thread.set(Thread.currentThread());
                      started.countDown();
                    })),
            NEVER_MILLIS);
    loop.start();
    loop.wake();
    assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();

    loop.close();

    thread.get().join(20_000);
    assertThat(thread.get().isAlive()).isFalse();
    assertThat(thread.get().getName()).isEqualTo("pp-w");
    assertThat(thread.get().isDaemon()).isTrue();
  }

  @Test
  void starting_and_closing_twice_does_nothing_more() throws Exception {
    AtomicInteger threads = new AtomicInteger();
    CountDownLatch ran = new CountDownLatch(1);
    ThreadLocal<Boolean> seen = new ThreadLocal<>();
    Runnable counting =
        () -> {
          if (seen.get() == null) {
            seen.set(true);
            threads.incrementAndGet();
          }
          ran.countDown();
        };
    DueWorkLoop loop = new DueWorkLoop(List.of(LoopWork.work("w", counting)), NEVER_MILLIS);

    loop.start();
    loop.start();
    loop.wake();
    assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
    loop.close();
    loop.close();

    assertThat(threads).hasValue(1);
    assertThatCode(loop::wake).doesNotThrowAnyException();
  }

  @Test
  void waking_never_waits_for_a_loop_that_is_closing() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    DueWorkLoop loop =
        new DueWorkLoop(
            List.of(
                LoopWork.work(
                    "w",
                    () -> {
                      started.countDown();
                      await(release);
                    })),
            NEVER_MILLIS);
    loop.start();
    loop.wake();
    assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
    Thread closing = new Thread(loop::close);
    closing.start();
    while (closing.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }

    loop.wake(); // returns although the closing thread waits for the work

    assertThat(closing.isAlive()).isTrue();
    release.countDown();
    closing.join(20_000);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void work_that_wakes_itself_runs_long_before_its_next_poll() throws Exception {
    CountDownLatch ran = new CountDownLatch(1);
    AtomicReference<Runnable> waker = new AtomicReference<>(() -> {});
    DueWork follows =
        new DueWork() {
          @Override
          public String name() {
            return "follows";
          }

          @Override
          public void wokenBy(Runnable wake) {
            waker.set(wake);
          }

          @Override
          public int runDue() {
            ran.countDown();
            return 0;
          }

          @Override
          public Optional<Instant> nextDueAt() {
            return Optional.empty();
          }
        };
    DueWorkLoop loop =
        new DueWorkLoop(List.of(LoopWork.work("events", () -> {}), follows), NEVER_MILLIS);
    loop.start();
    waker.get().run();
    assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
    loop.close();
    assertThatCode(waker.get()::run).as("after the loop was closed").doesNotThrowAnyException();
  }
}
