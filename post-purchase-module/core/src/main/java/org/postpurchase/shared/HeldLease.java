package org.postpurchase.shared;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Prolongs a lease from a thread of its own while somebody works under it, so that work may take
 * longer than a short lease lasts and a node that dies still loses it soon.
 *
 * <p>Renewing that fails is tried again; if it goes on failing the lease runs out, and whatever
 * fences the work decides. Closing ends the renewing before it returns.
 */
public final class HeldLease implements AutoCloseable {
  private static final SparseLog TROUBLE = new SparseLog(LoggerFactory.getLogger(HeldLease.class));

  /** So often within a lease that two renewals may fail. */
  private static final int TIMES_A_LEASE = 4;

  private static final int CLOSE_SECONDS_MAX = 5;

  private final ScheduledExecutorService thread;

  /**
   * @param renew prolongs the lease by its whole length; runs on another thread
   */
  public HeldLease(String name, int leaseSeconds, Runnable renew) {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            r -> {
              Thread t = new Thread(r, "pp-lease-" + name);
              t.setDaemon(true);
              return t;
            });
    long every = TimeUnit.SECONDS.toMillis(leaseSeconds) / TIMES_A_LEASE;
    thread.scheduleWithFixedDelay(
        () -> {
          try {
            renew.run();
          } catch (RuntimeException e) {
            TROUBLE.warn(name, "lease not prolonged name=" + name, e);
          }
        },
        every,
        every,
        TimeUnit.MILLISECONDS);
  }

  /**
   * Does work that one node at a time may do, under a lease that is prolonged meanwhile and
   * released afterwards.
   *
   * @param owner tells this node from the others
   * @return what the work returns; empty when another node holds the lease
   */
  public static <T> Optional<T> during(
      Leases leases, String name, String owner, int leaseSeconds, Supplier<T> work) {
    if (!leases.hold(name, owner, leaseSeconds)) {
      return Optional.empty();
    }
    try (HeldLease held =
        new HeldLease(name, leaseSeconds, () -> leases.hold(name, owner, leaseSeconds))) {
      return Optional.of(work.get());
    } finally {
      leases.release(name, owner);
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
