package org.postpurchase.demo.site;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * How far to move the shop's time: an ISO-8601 duration or period, more than nothing and at most
 * ten years.
 */
final class Advance {
  private static final long MOST_DAYS = 3660;

  private final Period period;
  private final Duration duration;

  private Advance(Period period, Duration duration) {
    this.period = period;
    this.duration = duration;
  }

  /**
   * Reads {@code PT36H}, {@code P10D}, {@code P2W} or {@code P1M}.
   *
   * @throws IllegalArgumentException in words for the caller, if the text says no such thing
   */
  static Advance parse(String text) {
    String trimmed = text == null ? "" : text.trim();
    Advance advance;
    try {
      advance =
          trimmed.contains("T")
              ? new Advance(Period.ZERO, Duration.parse(trimmed))
              : new Advance(Period.parse(trimmed), Duration.ZERO);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "advance must be an ISO-8601 duration such as P10D, P2W, P1M or PT36H; it was '"
              + trimmed
              + "'.",
          e);
    }
    advance.check(trimmed);
    return advance;
  }

  private void check(String text) {
    boolean backwards = period.isNegative() || duration.isNegative();
    boolean nothing = period.isZero() && duration.isZero();
    boolean tooFar =
        period.toTotalMonths() * 30 + period.getDays() > MOST_DAYS || duration.toDays() > MOST_DAYS;
    if (backwards || nothing || tooFar) {
      throw new IllegalArgumentException(
          "advance must go forward, by at most ten years; it was '" + text + "'.");
    }
  }

  Instant from(Instant start) {
    return start.atZone(ZoneOffset.UTC).plus(period).plus(duration).toInstant();
  }
}
