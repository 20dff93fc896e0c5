package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours of a day in which something may be sent, from inclusive to exclusive, in a zone given
 * with each question. Ends before it starts when it goes over midnight.
 *
 * <p>On the day a clock is set forward a start that does not exist moves forward with it; on the
 * day it is set back the first of the two counts ({@link ZonedDateTime#of}).
 */
final class SendWindow {
  private final LocalTime from;
  private final LocalTime to;

  public SendWindow(LocalTime from, LocalTime to) {
    this.from = requireNonNull(from, "from");
    this.to = requireNonNull(to, "to");
  }

  /** The given moment when it is inside, else the next start. */
  public Instant nextOpen(Instant moment, ZoneId zone) {
    ZonedDateTime local = moment.atZone(zone);
    LocalTime time = local.toLocalTime();
    if (contains(time)) {
      return moment;
    }
    ZonedDateTime start = ZonedDateTime.of(local.toLocalDate(), from, zone);
    return (start.toInstant().isAfter(moment)
            ? start
            : ZonedDateTime.of(local.toLocalDate().plusDays(1), from, zone))
        .toInstant();
  }

  private boolean contains(LocalTime time) {
    if (from.isBefore(to)) {
      return !time.isBefore(from) && time.isBefore(to);
    }
    return from.equals(to) || !time.isBefore(from) || time.isBefore(to);
  }
}
