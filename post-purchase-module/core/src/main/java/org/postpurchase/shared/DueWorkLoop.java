package org.postpurchase.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

  private final List<DueWork> work;
  private final long pollMillis;
  private final List<ScheduledExecutorService> threads = new ArrayList<>();

  public DueWorkLoop(List<? extends DueWork> work, long pollMillis) {
    this.work = new ArrayList<>(work);
    this.pollMillis = pollMillis;
  }

  public synchronized void start() {
    if (!threads.isEmpty()) {
      return;
    }
    for (DueWork each : work) {
      ScheduledExecutorService thread =
          Executors.newSingleThreadScheduledExecutor(
              r -> {
                Thread t = new Thread(r, "pp-" + each.name());
                t.setDaemon(true);
                return t;
              });
      threads.add(thread);
      thread.scheduleWithFixedDelay(
          () -> runGuarded(each), pollMillis, pollMillis, TimeUnit.MILLISECONDS);
    }
  }

  /** Runs everything soon, without waiting for the next poll. Never blocks and never throws. */
  public synchronized void wake() {
    for (int i = 0; i < threads.size(); i++) {
      DueWork each = work.get(i);
      ScheduledExecutorService thread = threads.get(i);
      if (!thread.isShutdown()) {
        thread.execute(() -> runGuarded(each));
      }
    }
  }

  @Override
  public synchronized void close() {
    threads.forEach(ScheduledExecutorService::shutdown);
    for (ScheduledExecutorService thread : threads) {
      try {
        if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
          thread.shutdownNow();
        }
      } catch (InterruptedException e) {
        thread.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }
    threads.clear();
  }

  private static void runGuarded(DueWork each) {
    try {
      each.runDue();
    } catch (Throwable e) { // an error here must not end the schedule
      LOG.error("due work failed work=" + each.name() + ", trying again at the next poll", e);
    }
  }
}
