package org.postpurchase.reward;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * Until when a code can be used: shoppers are told a day, and it can be used through the whole of
 * that day in the shop's zone. Immutable.
 */
public final class CodeLife {
  private final Supplier<ZoneId> zone;

  public CodeLife(Supplier<ZoneId> zone) {
    this.zone = requireNonNull(zone, "zone");
  }

  /**
   * The last millisecond of the day that comes so many calendar days after the one of {@code from}.
   *
   * @param days 1 or more; with 0 it is {@code from} itself
   */
  public Instant until(Instant from, int days) {
    if (days <= 0) {
      return from;
    }
    ZoneId here = zone.get();
    return from.atZone(here)
        .toLocalDate()
        .plusDays(days + 1L)
        .atStartOfDay(here)
        .toInstant()
        .minusMillis(1);
  }
}
