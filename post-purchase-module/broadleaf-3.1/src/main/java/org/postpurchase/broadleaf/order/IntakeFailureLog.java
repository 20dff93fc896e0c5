package org.postpurchase.broadleaf.order;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the first failure of each minute in full and only counts the others, so that a missing table
 * cannot flood the log.
 */
final class IntakeFailureLog {
  private static final Logger LOG = LoggerFactory.getLogger(OrderIntakeListener.class);
  private static final long QUIET_NANOS = 60_000_000_000L;

  private final AtomicLong lastLogged = new AtomicLong(System.nanoTime() - QUIET_NANOS);
  private final AtomicLong unlogged = new AtomicLong();

  /** Never throws, whatever the failure is. */
  void log(Throwable failure) {
    try {
      long last = lastLogged.get();
      long now = System.nanoTime();
      if (now - last >= QUIET_NANOS && lastLogged.compareAndSet(last, now)) {
        LOG.error(
            "post-purchase could not record an order event (and "
                + unlogged.getAndSet(0)
                + " more since the last report). The order itself is not affected; the sweep will find it. Is the schema migrated?",
            failure);
      } else {
        unlogged.incrementAndGet();
      }
    } catch (Throwable ignored) { // a broken logger must not break an order either
      unlogged.incrementAndGet();
    }
  }
}
