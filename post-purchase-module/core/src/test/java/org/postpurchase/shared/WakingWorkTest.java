package org.postpurchase.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work that is told of something need not wait for its next poll. */
@Timeout(60)
@DisplayNameGeneration(ReplaceUnderscores.class)
class WakingWorkTest {
  private final CountDownLatch ran = new CountDownLatch(1);
  private Runnable waker = () -> {};

  private final DueWork work =
      new DueWork() {
        @Override
        public String name() {
          return "follows";
        }

        @Override
        public void wokenBy(Runnable wake) {
          waker = wake;
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

  @Test
  void runs_long_before_its_next_poll_and_not_after_the_loop_was_closed() throws Exception {
    DueWorkLoop loop = new DueWorkLoop(List.of(work), TimeUnit.DAYS.toMillis(1));
    loop.start();
    waker.run();
    assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
    loop.close();
    assertThatCode(waker::run).doesNotThrowAnyException();
  }
}
