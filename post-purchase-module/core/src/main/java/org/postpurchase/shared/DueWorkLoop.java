package org.postpurchase.shared;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs all {@link DueWork} in one JVM: every poll interval, and at once after {@link #wake()}.
 *
 * <p>Each kind of work has its own thread, so a mail server that hangs does not hold up the outbox.
 * Starting twice or closing twice does nothing. {@link #close()} lets running items finish for at
 * most ten seconds; what is cut off is picked up again by any node after its lease.
 */
public final class DueWorkLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DueWorkLoop.class);
  private static final SparseLog TROUBLE = new SparseLog(LOG);
  private static final long CLOSE_SECONDS_MAX = 10;

  private final List<DueWork> work;
  private final long pollMillis;
  private volatile List<Runner> runners = Collections.emptyList();

  public DueWorkLoop(List<? extends DueWork> work, long pollMillis) {
    this.work = new ArrayList<>(work);
    this.pollMillis = pollMillis;
  }

  public synchronized void start() {
    if (!runners.isEmpty()) {
      return;
    }
    List<Runner> started = new ArrayList<>();
    for (DueWork each : work) {
      Runner runner = new Runner(each);
      runner.thread.scheduleWithFixedDelay(runner, pollMillis, pollMillis, TimeUnit.MILLISECONDS);
      started.add(runner);
    }
    runners = started;
  }

  /**
   * Runs everything soon, without waiting for the next poll. Never blocks and never throws; many
   * calls while something runs lead to one more run.
   */
  public void wake() {
    runners.forEach(Runner::wake);
  }

  @Override
  public synchronized void close() {
    List<Runner> ending = runners;
    runners = Collections.emptyList();
    ending.forEach(runner -> runner.thread.shutdown());
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSE_SECONDS_MAX);
    for (Runner runner : ending) {
      try {
        if (!runner.thread.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          runner.thread.shutdownNow();
        }
      } catch (InterruptedException e) {
        ending.forEach(each -> each.thread.shutdownNow());
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** One kind of work on its own thread. */
  private static final class Runner implements Runnable {
    private final DueWork work;
    private final ScheduledExecutorService thread;
    private final AtomicBoolean woken = new AtomicBoolean();

    Runner(DueWork work) {
      this.work = work;
      this.thread =
          Executors.newSingleThreadScheduledExecutor(
              r -> {
                Thread t = new Thread(r, "pp-" + work.name());
                t.setDaemon(true);
                return t;
              });
    }

    void wake() {
      if (woken.compareAndSet(false, true)) {
        try {
          thread.execute(this);
        } catch (RejectedExecutionException closed) {
          LOG.debug("not woken because it was closed work={}", work.name());
        }
      }
    }

    @Override
    public void run() {
      woken.set(false); // before the run: what comes in from here on deserves another one
      try {
        work.runDue();
      } catch (Throwable e) { // an error here must not end the schedule
        TROUBLE.error(
            work.name(), "due work failed work=" + work.name() + ", tried again at each poll", e);
      }
    }
  }
}
