package org.postpurchase.shared;

import java.time.Instant;

/** From one moment on and until another, which does not belong to it; either end may be open. */
public final class TimeSpan {
  /** Null for always. */
  public final Instant from;

  /** Not at this moment any more; null for ever. */
  public final Instant until;

  public TimeSpan(Instant from, Instant until) {
    this.from = from;
    this.until = until;
  }

  public boolean contains(Instant moment) {
    return (from == null || !moment.isBefore(from)) && (until == null || moment.isBefore(until));
  }

  /** Whether both have a moment in common, where neither ends before it begins. */
  public boolean overlaps(TimeSpan other) {
    return beginsBefore(other.until) && other.beginsBefore(until);
  }

  private boolean beginsBefore(Instant end) {
    return from == null || end == null || from.isBefore(end);
  }
}
