package org.postpurchase.shared;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs all {@link DueWork} in one JVM: every poll interval while there is something to do, less
 * often while there is nothing ({@link IdleRest}), and soon after {@link #wake()}.
 *
 * <p>Shoppers come first. An event wakes the first kind of work only, a tenth of a second later, or
 * half a second while orders keep coming in, so that the events of several orders are handled in
 * one batch; what has done something wakes the kind that follows it, the first one also those that
 * follow events, and upkeep that has done something wakes the steps of series, which it may have
 * begun. Upkeep is woken by nobody and waits while orders come in, see {@link Yielding}.
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
      IdleRest rest = new IdleRest(pollMillis, IdleRest.polls(each, before == null));
      Runner runner = new Runner(each, yielding, rest);
      started.add(runner);
      if (!each.isUpkeep()) {
        if (before != null) {
          before.follower = runner;
        }
        before = runner;
      }
    }
    started.stream()
        .filter(runner -> !runner.work.isUpkeep())
        .findFirst()
        .ifPresent(first -> first.feeds(started));
    Runner fed = started.stream().filter(r -> !r.work.isUpkeep()).skip(1).findFirst().orElse(null);
    for (Runner runner : started) {
      runner.follower = runner.work.isUpkeep() ? fed : runner.follower;
      runner.work.wokenBy(() -> runner.wake(Yielding.GATHER_MILLIS));
      runner.next(pollMillis);
    }
    runners = started;
  }

  /**
   * There is an event: the first kind of work runs soon, without waiting for the next poll. Never
   * blocks and never throws; many calls lead to one run, or to one more while it runs.
   */
  public void wake() {
    long millis = yielding.shopper(System.nanoTime());
    runners.stream()
        .filter(runner -> !runner.work.isUpkeep())
        .findFirst()
        .ifPresent(runner -> runner.wake(millis));
  }

  @Override
  public synchronized void close() {
    List<Runner> ending = runners;
    runners = Collections.emptyList();
    ending.forEach(Runner::end);
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
    private final IdleRest rest;
    private long ranAt;
    private boolean ran;

    /** The run that comes if nothing wakes this work before; replaced by each run. */
    private Future<?> scheduled;

    /** What this work feeds; null for none. */
    private volatile Runner follower;

    /** What else it feeds. */
    private volatile List<Runner> others = Collections.emptyList();

    Runner(DueWork work, Yielding yielding, IdleRest rest) {
      this.work = work;
      this.yielding = yielding;
      this.rest = rest;
      this.thread =
          Executors.newSingleThreadScheduledExecutor(
              r -> {
                Thread t = new Thread(r, "pp-" + work.name());
                t.setDaemon(true);
                return t;
              });
    }

    void feeds(List<Runner> all) {
      List<Runner> fed = new ArrayList<>(all);
      fed.removeIf(each -> each == this || !each.work.followsEvents());
      others = fed;
    }

    void wake(long millis) {
      if (woken.compareAndSet(false, true)) {
        try {
          thread.schedule(this, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
          LOG.debug("not woken because it was closed work={}", work.name());
        }
      }
    }

    @Override
    public void run() {
      long now = System.nanoTime();
      if (work.isUpkeep() && ran && !yielding.isTurn(ranAt, now)) {
        next(rest.afterWork());
        return;
      }
      ran = true;
      ranAt = now;
      woken.set(false); // before the run: what comes in from here on deserves another one
      long millis;
      try {
        boolean some = work.runDue() > 0;
        Runner fed = follower;
        if (some && fed != null) {
          fed.wake(Yielding.GATHER_MILLIS);
        }
        if (some) {
          others.forEach(runner -> runner.wake(Yielding.GATHER_MILLIS));
        }
        millis = some ? rest.afterWork() : rest.afterNothing();
      } catch (Throwable e) { // an error here must not end the schedule
        TROUBLE.error(
            work.name(), "due work failed work=" + work.name() + ", tried again at each poll", e);
        millis = rest.afterWork();
      }
      next(millis);
    }

    /** What was woken still runs. */
    synchronized void end() {
      scheduled.cancel(false);
      thread.shutdown();
    }

    synchronized void next(long millis) {
      if (scheduled != null) {
        scheduled.cancel(false);
      }
      try {
        scheduled = thread.schedule(this, millis, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException closed) {
        LOG.debug("closed work={}", work.name());
      }
    }
  }
}
