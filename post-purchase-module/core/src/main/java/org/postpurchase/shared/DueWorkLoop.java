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
 * Runs all {@link DueWork} in one JVM: every poll interval, and soon after {@link #wake()}.
 *
 * <p>Shoppers come first. An event wakes the first kind of work only, a tenth of a second later, so
 * that the events of several orders are handled in one batch; what has done something wakes the
 * kind that follows it. Upkeep is woken by nobody and waits while orders come in, see {@link
 * Yielding}.
 *
 * <p>Each kind of work has its own thread, so a mail server that hangs does not hold up the outbox.
 * Starting twice or closing twice does nothing. {@link #close()} lets running items finish for at
 * most ten seconds; what is cut off is picked up again by any node after its lease.
 */
public final class DueWorkLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DueWorkLoop.class);
  private static final SparseLog TROUBLE = new SparseLog(LOG);
  private static final long CLOSE_SECONDS_MAX = 10;
  private static final long GATHER_MILLIS = 100;

  private final List<DueWork> work;
  private final long pollMillis;
  private final Yielding yielding = new Yielding();
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
    Runner before = null;
    for (DueWork each : work) {
      Runner runner = new Runner(each, yielding);
      started.add(runner);
      if (!each.isUpkeep()) {
        if (before != null) {
          before.follower = runner;
        }
        before = runner;
      }
    }
    for (Runner runner : started) {
      runner.thread.scheduleWithFixedDelay(runner, pollMillis, pollMillis, TimeUnit.MILLISECONDS);
    }
    runners = started;
  }

  /**
   * There is an event: the first kind of work runs soon, without waiting for the next poll. Never
   * blocks and never throws; many calls lead to one run, or to one more while it runs.
   */
  public void wake() {
    yielding.shopper(System.nanoTime());
    runners.stream().filter(runner -> !runner.work.isUpkeep()).findFirst().ifPresent(Runner::wake);
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
    private final Yielding yielding;
    private long ranAt;
    private boolean ran;

    /** What this work feeds; null for none. */
    private volatile Runner follower;

    Runner(DueWork work, Yielding yielding) {
      this.work = work;
      this.yielding = yielding;
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
          thread.schedule(this, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
          LOG.debug("not woken because it was closed work={}", work.name());
        }
      }
    }

    @Override
    public void run() {
      long now = System.nanoTime();
      if (work.isUpkeep() && ran && !yielding.isTurn(ranAt, now)) {
        return;
      }
      ran = true;
      ranAt = now;
      woken.set(false); // before the run: what comes in from here on deserves another one
      try {
        Runner next = follower;
        if (work.runDue() > 0 && next != null) {
          next.wake();
        }
      } catch (Throwable e) { // an error here must not end the schedule
        TROUBLE.error(
            work.name(), "due work failed work=" + work.name() + ", tried again at each poll", e);
      }
    }
  }
}
