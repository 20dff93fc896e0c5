package org.postpurchase.shared;

import java.util.concurrent.TimeUnit;

/**
 * When background work runs beside shoppers. Events of a single order are handled a tenth of a
 * second later; while orders keep coming in, half a second later, so that those of several orders
 * share a batch. Upkeep does not run within two seconds after an order of this JVM, but at the
 * latest a minute after it last ran. Counts in nanoseconds of one JVM, which may turn over; safe
 * for any number of threads.
 */
final class Yielding {
  static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(2);
  static final long LATEST_NANOS = TimeUnit.MINUTES.toNanos(1);

  static final long GATHER_MILLIS = 100;
  static final long GATHER_MORE_MILLIS = 500;

  private volatile boolean seen;
  private volatile long shopperAt;

  /**
   * An order was placed, or changed, a moment ago.
   *
   * @return in how many milliseconds its events are to be handled
   */
  long shopper(long now) {
    boolean another = seen && now - shopperAt < QUIET_NANOS;
    shopperAt = now;
    seen = true;
    return another ? GATHER_MORE_MILLIS : GATHER_MILLIS;
  }

  /** Whether upkeep that last ran at that time may run. */
  boolean isTurn(long ranAt, long now) {
    return !seen || now - shopperAt >= QUIET_NANOS || now - ranAt >= LATEST_NANOS;
  }
}
