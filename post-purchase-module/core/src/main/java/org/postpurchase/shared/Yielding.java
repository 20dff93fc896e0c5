package org.postpurchase.shared;

import java.util.concurrent.TimeUnit;

/**
 * When upkeep may run beside shoppers: not within two seconds after an order of this JVM, but at
 * the latest a minute after it last ran. Counts in nanoseconds of one JVM, which may turn over;
 * safe for any number of threads.
 */
final class Yielding {
  static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(2);
  static final long LATEST_NANOS = TimeUnit.MINUTES.toNanos(1);

  private volatile boolean seen;
  private volatile long shopperAt;

  /** An order was placed, or changed, a moment ago. */
  void shopper(long now) {
    shopperAt = now;
    seen = true;
  }

  /** Whether upkeep that last ran at that time may run. */
  boolean isTurn(long ranAt, long now) {
    return !seen || now - shopperAt >= QUIET_NANOS || now - ranAt >= LATEST_NANOS;
  }
}
