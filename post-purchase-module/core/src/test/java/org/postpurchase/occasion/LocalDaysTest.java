package org.postpurchase.occasion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

  private static Instant start(ZoneId zone) {
    return FROM.atStartOfDay(zone).toInstant().minusMillis(1);
  }

  private static List<ZoneId> zones() {
    return new TreeSet<>(ZoneId.getAvailableZoneIds()).stream().map(ZoneId::of).toList();
  }
}
