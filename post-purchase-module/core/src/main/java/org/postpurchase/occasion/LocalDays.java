package org.postpurchase.occasion;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * Days of a calendar as a place has them. What is to be done on a day is done once on it: at the
 * time of day that is wanted, at the first of two when clocks are set back, and as near to it as
 * the day allows when clocks are set forward. Some places have left days out altogether. Immutable.
 */
final class LocalDays {
  private final ZoneId zone;

  public LocalDays(ZoneId zone) {
    this.zone = requireNonNull(zone, "zone");
  }

  /** Whether the place has that day. */
  public boolean exists(LocalDate day) {
    return day.atStartOfDay(zone).toLocalDate().equals(day);
  }

  /** That time on that day; empty when the place has no such day. */
  public Optional<Instant> at(LocalDate day, LocalTime time) {
    if (!exists(day)) {
      return Optional.empty();
    }
    ZonedDateTime moment = day.atTime(time).atZone(zone);
    if (moment.toLocalDate().equals(day)) {
      return Optional.of(moment.toInstant());
    }
    ZoneOffsetTransition gap = zone.getRules().getTransition(day.atTime(time));
    return Optional.of(gap.getInstant().minusMillis(1)); // the rest of the day is left out
  }

  /** The next moment of a thing done every day. */
  public Instant nextDaily(LocalTime time, Instant after) {
    LocalDate day = after.atZone(zone).toLocalDate().minusDays(1);
    while (true) {
      Optional<Instant> moment = at(day, time);
      if (moment.isPresent() && moment.get().isAfter(after)) {
        return moment.get();
      }
      day = day.plusDays(1);
    }
  }

  /**
   * The next moment of a thing done once a month.
   *
   * @param dayOfMonth 1 to 31; where a month has no such day, on its last one
   */
  public Instant nextMonthly(int dayOfMonth, LocalTime time, Instant after) {
    LocalDate month = after.atZone(zone).toLocalDate().withDayOfMonth(1).minusMonths(1);
    while (true) {
      Instant moment =
          atOrNext(month.withDayOfMonth(Math.min(dayOfMonth, month.lengthOfMonth())), time);
      if (moment.isAfter(after)) {
        return moment;
      }
      month = month.plusMonths(1);
    }
  }

  /** The next moment of a thing done once a year; 29 February is 28 February in common years. */
  public Instant nextYearly(MonthDay day, LocalTime time, Instant after) {
    int year = after.atZone(zone).getYear() - 1;
    while (true) {
      Instant moment = atOrNext(day.atYear(year), time);
      if (moment.isAfter(after)) {
        return moment;
      }
      year++;
    }
  }

  /** On the day after, where the place has left that day out. */
  private Instant atOrNext(LocalDate day, LocalTime time) {
    LocalDate existing = day;
    while (!exists(existing)) {
      existing = existing.plusDays(1);
    }
    return at(existing, time).get();
  }

  /** The day on which something happened there. */
  public LocalDate dayOf(Instant moment) {
    return moment.atZone(zone).toLocalDate();
  }
}
