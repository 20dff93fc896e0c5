package org.postpurchase.service;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The hours in which a shop's staff work: the same from-to on some days of the week, but for
 * holidays, in the shop's zone. When a clock is put forward or back the day's hours are as long as
 * they really last. Immutable.
 */
final class BusinessCalendar {
  public static final int DAY_MINUTES = 24 * 60;

  /** A calendar on which nobody works for so long has no working hours at all. */
  private static final int YEARS_MOST = 20;

  private final ZoneId zone;
  private final Set<DayOfWeek> days;
  private final int from;
  private final int to;
  private final Set<LocalDate> holidays;

  /**
   * @param from minute of the day at which work begins
   * @param to minute at which it ends, after {@code from} and at most 1440
   * @throws IllegalArgumentException when nobody would ever work
   */
  public BusinessCalendar(
      ZoneId zone, Collection<DayOfWeek> days, int from, int to, Collection<LocalDate> holidays) {
    if (days.isEmpty() || from < 0 || to <= from || to > DAY_MINUTES) {
      throw new IllegalArgumentException(
          "nobody works from minute " + from + " to " + to + " on " + days);
    }
    this.zone = requireNonNull(zone, "zone");
    this.days = EnumSet.copyOf(days);
    this.from = from;
    this.to = to;
    this.holidays = new HashSet<>(holidays);
  }

  /** Working time between two moments; zero when the second is not later. */
  public Duration between(Instant start, Instant end) {
    Duration sum = Duration.ZERO;
    if (!end.isAfter(start)) {
      return sum;
    }
    LocalDate last = end.atZone(zone).toLocalDate();
    for (LocalDate day = start.atZone(zone).toLocalDate();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      if (isWorkDay(day)) {
        Instant begins = later(opens(day), start);
        Instant ends = earlier(closes(day), end);
        sum = ends.isAfter(begins) ? sum.plus(Duration.between(begins, ends)) : sum;
      }
    }
    return sum;
  }

  /**
   * The first moment by which so much working time has passed.
   *
   * @param pauses intervals that do not count, in any order; one that lasts counts up to {@code
   *     now}
   */
  public Instant due(Instant start, Duration work, Collection<Pause> pauses, Instant now) {
    List<Pause> inOrder = new ArrayList<>(pauses);
    inOrder.sort(Comparator.comparing(pause -> pause.from));
    Instant at = start;
    Duration left = work;
    for (Pause pause : inOrder) {
      Duration before = between(at, pause.from);
      if (before.compareTo(left) >= 0) {
        break;
      }
      left = left.minus(before);
      at = later(at, pause.to == null ? later(now, pause.from) : pause.to);
    }
    return after(at, left);
  }

  /** The first moment by which so much working time has passed. */
  public Instant after(Instant start, Duration work) {
    Duration left = work;
    LocalDate day = start.atZone(zone).toLocalDate();
    LocalDate end = day.plusYears(YEARS_MOST);
    for (; day.isBefore(end); day = day.plusDays(1)) {
      if (isWorkDay(day)) {
        Instant begins = later(opens(day), start);
        Instant ends = closes(day);
        if (ends.isAfter(begins)) {
          Duration today = Duration.between(begins, ends);
          if (today.compareTo(left) >= 0) {
            return begins.plus(left);
          }
          left = left.minus(today);
        }
      }
    }
    throw new IllegalArgumentException(
        "there are no " + work.toHours() + " working hours in the " + YEARS_MOST + " years ahead");
  }

  private boolean isWorkDay(LocalDate day) {
    return days.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }

  private Instant opens(LocalDate day) {
    return day.atStartOfDay().plusMinutes(from).atZone(zone).toInstant();
  }

  private Instant closes(LocalDate day) {
    return day.atStartOfDay().plusMinutes(to).atZone(zone).toInstant();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
