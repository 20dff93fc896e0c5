package org.postpurchase.helpdesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How often something may be asked: so many times at once, then as fast as that many in a minute.
 * Kept by one node in memory. Safe for concurrent use.
 */
public final class CallBudget {
  private final int perMinute;
  private final Clock clock;
  private double left;
  private Instant since;

  public CallBudget(int perMinute, Clock clock) {
    this.perMinute = perMinute;
    this.clock = clock;
    this.left = perMinute;
    this.since = clock.instant();
  }

  /** Takes one; false when there is none left. */
  public synchronized boolean take() {
    Instant now = clock.instant();
    double seconds = Math.max(0, Duration.between(since, now).toMillis() / 1000.0);
    left = Math.min(perMinute, left + seconds * perMinute / 60);
    since = now;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }

  /** Seconds until there is one again. */
  public synchronized int waitSeconds() {
    return (int) Math.ceil(Math.max(0, 1 - left) * 60 / perMinute);
  }
}
