package org.postpurchase.demo.launcher;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongConsumer;

/**
 * The shop's time: the machine's time plus an offset that only grows.
 *
 * <p>Thread-safe. The offset is handed to a sink on every move, before the new time is visible, so
 * that a restarted shop on the same database never falls back in time.
 */
public final class DemoClock extends Clock {
  private final LongConsumer offsetSink;
  private volatile long offsetMillis;

  DemoClock(long offsetMillis, LongConsumer offsetSink) {
    this.offsetMillis = offsetMillis;
    this.offsetSink = offsetSink;
  }

  /**
   * Moves the shop's time to {@code target}; time goes on from there. Does nothing when it has come
   * so far by itself: time never goes back.
   */
  public synchronized void moveTo(Instant target) {
    Instant now = instant();
    if (target.isAfter(now)) {
      long moved = offsetMillis + Duration.between(now, target).toMillis();
      offsetSink.accept(moved);
      offsetMillis = moved;
    }
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public long millis() {
    return System.currentTimeMillis() + offsetMillis;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The demo clock shows UTC only.");
  }
}
