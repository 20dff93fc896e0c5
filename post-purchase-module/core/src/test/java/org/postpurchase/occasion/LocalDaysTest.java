package org.postpurchase.occasion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every zone of the JDK, from 2005 to 2015: Samoa left out a day in 2011. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalDaysTest {
  private static final LocalDate FROM = LocalDate.of(2005, 1, 1);
  private static final LocalDate UNTIL = LocalDate.of(2015, 1, 1);

  @Test
  void what_is_done_daily_at_half_past_two_is_done_once_on_each_day_that_there_is() {
    for (ZoneId zone : zones()) {
      LocalDays days = new LocalDays(zone);
      Instant at = start(zone);
      Instant end = UNTIL.atStartOfDay(zone).toInstant();
      List<LocalDate> done = new ArrayList<>();
      for (at = days.nextDaily(LocalTime.of(2, 30), at);
          at.isBefore(end);
          at = days.nextDaily(LocalTime.of(2, 30), at)) {
        done.add(days.dayOf(at));
      }
      List<LocalDate> existing = FROM.datesUntil(UNTIL).filter(days::exists).toList();
      assertThat(done).as(zone.getId()).isEqualTo(existing);
    }
  }

  @Test
  void a_day_of_the_year_comes_once_a_year_on_itself_or_where_it_is_left_out_on_the_next() {
    List<MonthDay> wanted = new ArrayList<>();
    LocalDate.of(2004, 1, 1)
        .datesUntil(LocalDate.of(2005, 1, 1))
        .map(MonthDay::from)
        .filter(
            day ->
                day.getDayOfMonth() % 5 == 0
                    || day.getMonthValue() == 2
                    || day.getDayOfMonth() > 27)
        .forEach(wanted::add);
    for (ZoneId zone : zones()) {
      LocalDays days = new LocalDays(zone);
      for (MonthDay day : wanted) {
        Instant at = start(zone);
        for (int year = 2005; year < 2015; year++) {
          at = days.nextYearly(day, LocalTime.of(8, 0), at);
          LocalDate expected = day.atYear(year);
          assertThat(days.dayOf(at))
              .as(zone + " " + day)
              .isEqualTo(days.exists(expected) ? expected : expected.plusDays(1));
        }
      }
    }
  }

  @Test
  void the_twenty_ninth_of_february_is_the_twenty_eighth_in_common_years() {
    LocalDays days = new LocalDays(ZoneOffset.UTC);
    Instant at = Instant.parse("2023-03-01T00:00:00Z");
    List<String> told = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      at = days.nextYearly(MonthDay.of(2, 29), LocalTime.NOON, at);
      told.add(at.toString());
    }
    assertThat(told)
        .containsExactly("2024-02-29T12:00:00Z", "2025-02-28T12:00:00Z", "2026-02-28T12:00:00Z");
  }

  @Test
  void the_end_of_a_month_comes_once_a_month() {
    for (ZoneId zone : zones()) {
      LocalDays days = new LocalDays(zone);
      Instant at = start(zone);
      for (YearMonth month = YearMonth.of(2005, 1);
          month.isBefore(YearMonth.of(2015, 1));
          month = month.plusMonths(1)) {
        at = days.nextMonthly(31, LocalTime.of(2, 30), at);
        LocalDate expected = month.atEndOfMonth();
        assertThat(days.dayOf(at))
            .as(zone + " " + month)
            .isEqualTo(days.exists(expected) ? expected : expected.plusDays(1));
      }
    }
  }

  @Test
  void samoa_had_no_thirtieth_of_december_in_2011() {
    LocalDays apia = new LocalDays(ZoneId.of("Pacific/Apia"));
    LocalDate left = LocalDate.of(2011, 12, 30);
    assertThat(apia.exists(left)).isFalse();
    assertThat(apia.at(left, LocalTime.of(8, 0))).isEmpty();
    Instant before = Instant.parse("2011-06-01T00:00:00Z");
    Instant told = apia.nextYearly(MonthDay.of(12, 30), LocalTime.of(8, 0), before);
    assertThat(apia.dayOf(told)).isEqualTo(LocalDate.of(2011, 12, 31));
    assertThat(apia.nextYearly(MonthDay.of(12, 30), LocalTime.of(8, 0), told))
        .isAfter(Instant.parse("2012-12-29T00:00:00Z"));
  }

  @Test
  void a_time_that_comes_twice_is_the_first_of_the_two_and_one_that_is_left_out_is_made_up_for() {
    LocalDays berlin = new LocalDays(ZoneId.of("Europe/Berlin"));
    assertThat(berlin.at(LocalDate.of(2026, 10, 25), LocalTime.of(2, 30)))
        .contains(Instant.parse("2026-10-25T00:30:00Z"));
    assertThat(berlin.at(LocalDate.of(2026, 3, 29), LocalTime.of(2, 30)))
        .contains(Instant.parse("2026-03-29T01:30:00Z"));
  }

  /** North Korea went from half past eleven in the evening to the next day. */
  @Test
  void the_end_of_a_day_that_a_clock_leaves_out_is_done_before_it_is_left_out() {
    LocalDays pyongyang = new LocalDays(ZoneId.of("Asia/Pyongyang"));
    LocalDate day = LocalDate.of(2018, 5, 4);
    LocalTime time = LocalTime.of(23, 45);
    Instant leap = Instant.parse("2018-05-04T15:00:00Z");
    assertThat(pyongyang.at(day, time)).contains(leap.minusMillis(1));
    List<LocalDate> done = new ArrayList<>();
    Instant at = leap.minus(Duration.ofDays(1));
    for (int i = 0; i < 4; i++) {
      at = pyongyang.nextDaily(time, at);
      done.add(pyongyang.dayOf(at));
    }
    assertThat(done).containsExactly(day.minusDays(1), day, day.plusDays(1), day.plusDays(2));
  }

  @Test
  void whatever_a_clock_leaves_out_is_done_on_its_day_once_and_at_the_leap() {
    int seen = 0;
    for (ZoneId zone : zones()) {
      LocalDays days = new LocalDays(zone);
      for (ZoneOffsetTransition leap : leaps(zone)) {
        LocalDateTime middle = leap.getDateTimeBefore().plus(leap.getDuration().dividedBy(2));
        LocalDate day = middle.toLocalDate();
        if (!days.exists(day)) {
          assertThat(days.at(day, middle.toLocalTime())).as(zone + " " + leap).isEmpty();
          continue;
        }
        Instant done = days.at(day, middle.toLocalTime()).orElseThrow();
        assertThat(days.dayOf(done)).as(zone + " " + leap).isEqualTo(day);
        assertThat(done)
            .as(zone + " " + leap)
            .isBetween(
                leap.getInstant().minusMillis(1), leap.getInstant().plus(leap.getDuration()));
        Instant next = days.nextDaily(middle.toLocalTime(), done);
        assertThat(days.dayOf(next)).as(zone + " " + leap).isAfter(day);
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(5_000);
  }

  private static List<ZoneOffsetTransition> leaps(ZoneId zone) {
    List<ZoneOffsetTransition> leaps = new ArrayList<>();
    ZoneOffsetTransition change =
        zone.getRules().nextTransition(Instant.parse("1970-01-01T00:00:00Z"));
    Instant end = Instant.parse("2030-01-01T00:00:00Z");
    while (change != null && change.getInstant().isBefore(end)) {
      if (change.isGap()) {
        leaps.add(change);
      }
      change = zone.getRules().nextTransition(change.getInstant());
    }
    return leaps;
  }

  private static Instant start(ZoneId zone) {
    return FROM.atStartOfDay(zone).toInstant().minusMillis(1);
  }

  private static List<ZoneId> zones() {
    return new TreeSet<>(ZoneId.getAvailableZoneIds()).stream().map(ZoneId::of).toList();
  }
}
