package org.postpurchase.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often a node that has nothing to do asks the database. */
@Timeout(60)
@DisplayNameGeneration(ReplaceUnderscores.class)
class IdleRestTest {
  private static final long SECOND = 1000;

  @Test
  void what_finds_nothing_rests_twice_as_long_each_time_up_to_its_most() {
    IdleRest rest = new IdleRest(SECOND, 10);

    assertThat(LongStream.generate(rest::afterNothing).limit(5))
        .containsExactly(2_000L, 4_000L, 8_000L, 10_000L, 10_000L);
    assertThat(rest.afterWork()).isEqualTo(SECOND);
    assertThat(rest.afterNothing()).isEqualTo(2_000);
  }

  @Test
  void an_idle_shop_looks_for_events_most_often_and_for_upkeep_once_a_minute() {
    assertThat(IdleRest.looksAMinute(new Nothing(false), true, SECOND)).isEqualTo(20);
    assertThat(IdleRest.looksAMinute(new Nothing(false), false, SECOND)).isEqualTo(6);
    assertThat(IdleRest.looksAMinute(new Nothing(true), false, SECOND)).isEqualTo(1);
  }

  @Test
  void an_event_does_not_wait_for_the_end_of_a_rest_and_upkeep_that_did_something_is_followed()
      throws Exception {
    Nothing events = new Nothing(false);
    Nothing steps = new Nothing(false);
    Nothing points = new Nothing(true);
    try (DueWorkLoop loop =
        new DueWorkLoop(List.of(events, steps, points), TimeUnit.HOURS.toMillis(1))) {
      loop.start();
      loop.wake();
      assertThat(events.ran.await(20, TimeUnit.SECONDS)).as("woken by an event").isTrue();
    }
    assertThat(steps.looks).as("fed by nothing").hasValue(0);

    points.finds = 1;
    try (DueWorkLoop loop = new DueWorkLoop(List.of(events, steps, points), 100)) {
      loop.start();
      assertThat(steps.ran.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static final class Nothing implements DueWork {
    final AtomicInteger looks = new AtomicInteger();
    final CountDownLatch ran = new CountDownLatch(1);
    private final boolean upkeep;
    volatile int finds;

    Nothing(boolean upkeep) {
      this.upkeep = upkeep;
    }

    @Override
    public String name() {
      return "nothing";
    }

    @Override
    public int runDue() {
      looks.incrementAndGet();
      ran.countDown();
      return finds;
    }

    @Override
    public Optional<Instant> nextDueAt() {
      return Optional.empty();
    }

    @Override
    public boolean isUpkeep() {
      return upkeep;
    }
  }
}
