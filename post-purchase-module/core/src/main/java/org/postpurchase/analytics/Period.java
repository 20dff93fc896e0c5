package org.postpurchase.analytics;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Whole days of the shop's zone, today included. Immutable. */
public final class Period {
  /** First day. */
  public final LocalDate from;

  /** The day after the last one. */
  public final LocalDate until;

  public final ZoneId zone;

  private Period(LocalDate from, LocalDate until, ZoneId zone) {
    this.from = from;
    this.until = until;
    this.zone = requireNonNull(zone, "zone");
  }

  /** So many days, of which today is the last. */
  public static Period lastDays(int days, Instant now, ZoneId zone) {
    LocalDate tomorrow = now.atZone(zone).toLocalDate().plusDays(1);
    return new Period(tomorrow.minusDays(days), tomorrow, zone);
  }

  /** As many days just before. */
  public Period before() {
    return new Period(from.minusDays(ChronoUnit.DAYS.between(from, until)), from, zone);
  }

  public Instant start() {
    return from.atStartOfDay(zone).toInstant();
  }

  /** The first instant that does not belong to it. */
  public Instant end() {
    return until.atStartOfDay(zone).toInstant();
  }
}
