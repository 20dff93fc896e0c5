package org.postpurchase.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.Seed;

/** Working hours, by themselves and against a computation that goes minute by minute. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class BusinessCalendarTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private final BusinessCalendar office =
      new BusinessCalendar(BERLIN, WEEK, 9 * 60, 17 * 60, Set.of(LocalDate.parse("2026-12-25")));

  private static Instant at(String local) {
    return ZonedDateTime.parse(local + ":00+00:00[UTC]").withZoneSameLocal(BERLIN).toInstant();
  }

  @Test
  void a_case_of_friday_evening_is_due_on_monday() {
    assertThat(office.after(at("2026-11-27T16:30"), Duration.ofHours(8)))
        .isEqualTo(at("2026-11-30T16:30"));
    assertThat(office.after(at("2026-11-28T11:00"), Duration.ofHours(1)))
        .isEqualTo(at("2026-11-30T10:00"));
    assertThat(office.after(at("2026-12-24T16:00"), Duration.ofHours(2)))
        .as("over Christmas and a week-end")
        .isEqualTo(at("2026-12-28T10:00"));
  }

  @Test
  void a_pause_moves_the_end_by_the_working_hours_in_it() {
    Instant opened = at("2026-11-30T09:00");
    List<Pause> weekEnd = List.of(new Pause(at("2026-11-30T12:00"), at("2026-12-02T12:00")));
    assertThat(office.due(opened, Duration.ofHours(8), weekEnd, at("2026-12-02T12:00")))
        .isEqualTo(at("2026-12-02T17:00"));
    List<Pause> still = List.of(new Pause(at("2026-11-30T12:00"), null));
    assertThat(office.due(opened, Duration.ofHours(8), still, at("2026-12-01T10:00")))
        .isEqualTo(at("2026-12-01T15:00"));
    List<Pause> tooLate = List.of(new Pause(at("2026-12-03T12:00"), at("2026-12-04T12:00")));
    assertThat(office.due(opened, Duration.ofHours(8), tooLate, at("2026-12-05T10:00")))
        .as("it was late before it began to wait")
        .isEqualTo(at("2026-11-30T17:00"));
  }

  @Test
  void an_hour_that_a_changed_clock_leaves_out_is_not_worked() {
    BusinessCalendar nights =
        new BusinessCalendar(BERLIN, EnumSet.allOf(DayOfWeek.class), 0, 6 * 60, Set.of());
    assertThat(nights.between(at("2026-03-28T12:00"), at("2026-03-29T12:00")))
        .isEqualTo(Duration.ofHours(5));
    assertThat(nights.between(at("2026-10-24T12:00"), at("2026-10-25T12:00")))
        .isEqualTo(Duration.ofHours(7));
  }

  @Test
  void hours_that_nobody_works_are_refused() {
    assertThatThrownBy(() -> new BusinessCalendar(BERLIN, Set.of(), 0, 60, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BusinessCalendar(BERLIN, WEEK, 60, 60, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Days, hours, holidays, zones with changes of the clock, starts and pauses by chance. */
  @Test
  void it_agrees_with_counting_minute_by_minute() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    String[] zones = {
      "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"
    };
    for (int round = 0; round < 120; round++) {
      ZoneId zone = ZoneId.of(zones[random.nextInt(zones.length)]);
      Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
      for (DayOfWeek day : DayOfWeek.values()) {
        if (random.nextInt(3) > 0) {
          days.add(day);
        }
      }
      int from = random.nextInt(1380);
      int to = from + 30 + random.nextInt(1440 - from - 29);
      LocalDate first = LocalDate.of(2026, 3, 1).plusDays(random.nextInt(300));
      Set<LocalDate> holidays = new HashSet<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        holidays.add(first.plusDays(random.nextInt(12)));
      }
      BusinessCalendar calendar =
          new BusinessCalendar(zone, days, from, Math.min(1440, to), holidays);
      Naive naive = new Naive(zone, days, from, Math.min(1440, to), holidays);
      Instant start = first.atTime(random.nextInt(24), random.nextInt(60)).atZone(zone).toInstant();
      Instant end = start.plus(random.nextInt(9 * 1440), ChronoUnit.MINUTES);
      String as = "seed " + seed + " round " + round + " " + zone + " " + start;
      assertThat(calendar.between(start, end).toMinutes())
          .as(as)
          .isEqualTo(naive.minutes(start, end, List.of()));
      List<Pause> pauses = new ArrayList<>();
      Instant at = start;
      for (int i = random.nextInt(4); i > 0; i--) {
        Instant begins = at.plus(random.nextInt(2000), ChronoUnit.MINUTES);
        at = begins.plus(1 + random.nextInt(2000), ChronoUnit.MINUTES);
        pauses.add(new Pause(begins, at));
      }
      long work = 1 + random.nextInt(900);
      assertThat(calendar.due(start, Duration.ofMinutes(work), pauses, at))
          .as(as)
          .isEqualTo(naive.due(start, work, pauses));
    }
  }

  /** The same by looking at each minute. */
  private static final class Naive {
    private final ZoneId zone;
    private final Set<DayOfWeek> days;
    private final int from;
    private final int to;
    private final Set<LocalDate> holidays;

    Naive(ZoneId zone, Set<DayOfWeek> days, int from, int to, Set<LocalDate> holidays) {
      this.zone = zone;
      this.days = days;
      this.from = from;
      this.to = to;
      this.holidays = holidays;
    }

    private boolean works(Instant minute, List<Pause> pauses) {
      ZonedDateTime local = minute.atZone(zone);
      LocalDate day = local.toLocalDate();
      Instant opens = day.atStartOfDay().plusMinutes(from).atZone(zone).toInstant();
      Instant closes = day.atStartOfDay().plusMinutes(to).atZone(zone).toInstant();
      return days.contains(day.getDayOfWeek())
          && !holidays.contains(day)
          && !minute.isBefore(opens)
          && minute.isBefore(closes)
          && pauses.stream().noneMatch(p -> !minute.isBefore(p.from) && minute.isBefore(p.to));
    }

    long minutes(Instant start, Instant end, List<Pause> pauses) {
      long sum = 0;
      for (Instant m = start; m.isBefore(end); m = m.plus(1, ChronoUnit.MINUTES)) {
        sum += works(m, pauses) ? 1 : 0;
      }
      return sum;
    }

    Instant due(Instant start, long work, List<Pause> pauses) {
      long left = work;
      Instant m = start;
      while (left > 0) {
        left -= works(m, pauses) ? 1 : 0;
        m = m.plus(1, ChronoUnit.MINUTES);
      }
      return m;
    }
  }
}
