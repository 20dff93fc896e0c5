package org.postpurchase.occasion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.Moments;
import org.postpurchase.occasion.jdbc.OccasionJdbcModule;
import org.postpurchase.shared.Node;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.shared.jdbc.JdbcLeases;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.SettableClock;

/** Holidays and weather of countries. Samoa had no 30 December in 2011. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CalendarDaysTest {
  private final CoreDatabase database = Databases.hsqldb();
  private final SettableClock clock = new SettableClock();
  private final Door door = new Door();
  private final Residents residents = new Residents();
  private ZoneId shop = ZoneId.of("Europe/Berlin");
  private String weather = "";
  private int asked;

  @BeforeEach
  void empty() {
    database.jdbc.update("delete from PP_DUE_OCCASION");
  }

  /** A series waits for everything since a moment. */
  private static final class Door implements Moments {
    private final Map<String, Moment> told = new TreeMap<>();
    private Instant since = Instant.EPOCH;
    private int failsAfter = Integer.MAX_VALUE;

    @Override
    public int report(Collection<Moment> moments) {
      if (failsAfter-- == 0) {
        throw new IllegalStateException("the node has died");
      }
      moments.forEach(m -> told.putIfAbsent(m.trigger + " " + m.key, m));
      return moments.size();
    }

    @Override
    public Optional<Audience> audience(String trigger) {
      return Optional.of(new Audience(Duration.ZERO, since));
    }
  }

  private static final class Residents implements PeopleOfCountries {
    private final Map<String, Integer> number = new TreeMap<>();

    @Override
    public Set<String> countries() {
      return new TreeSet<>(number.keySet());
    }

    @Override
    public List<Resident> after(String country, long row, int most) {
      List<Resident> page = new ArrayList<>();
      long first = 1_000L * country.hashCode(); // rows are of all countries
      for (long r = row < first ? 1 : row - first + 1;
          r <= number.get(country) && page.size() < most;
          r++) {
        page.add(
            new Resident(
                first + r, 0, country.toLowerCase(Locale.ROOT) + r + "@example.com", "de"));
      }
      return page;
    }
  }

  private ReportCountries report(List<? extends CountryTrigger> triggers) {
    JdbcLeases leases = new JdbcLeases(database.jdbc, database.dialect, database.transactions);
    return new ReportCountries(
        () -> triggers,
        residents,
        OccasionJdbcModule.occasions(database.jdbc, database.inserts),
        door,
        database.transactions,
        new Node(
            "node",
            clock,
            leases,
            () -> shop,
            WorkFailures.inMemory(database.transactions, clock)));
  }

  /** "XX" is in no list, so its people live by the shop's clock: any of the JDK. */
  @Test
  void a_day_is_told_once_on_each_of_it_that_there_is_in_every_zone_for_ten_years() {
    residents.number.put("XX", 1);
    List<CalendarDay> days =
        List.of(
            CalendarDay.each("LAST", "Last", MonthDay.of(12, 30)),
            CalendarDay.each("LEAP", "Leap", MonthDay.of(2, 29)));
    Set<ZoneRules> tried = new HashSet<>();
    for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
      shop = ZoneId.of(id);
      if (!tried.add(shop.getRules())) {
        continue;
      }
      empty();
      door.told.clear();
      clock.set(Instant.parse("2005-01-02T00:00:00Z"));
      ReportCountries report = report(days);
      Instant end = Instant.parse("2015-01-02T00:00:00Z");
      while (clock.instant().isBefore(end)) {
        Instant later = clock.instant().plus(Duration.ofDays(200));
        Instant next = report.nextDueAt().filter(later::isAfter).orElse(later);
        if (!next.isBefore(end)) {
          break;
        }
        clock.set(next);
        report.runDue();
      }
      LocalDays local = new LocalDays(shop);
      List<String> expected = new ArrayList<>();
      List<String> told = new ArrayList<>();
      for (int year = 2005; year < 2015; year++) {
        for (MonthDay day : List.of(MonthDay.of(12, 30), MonthDay.of(2, 29))) {
          LocalDate date = day.atYear(year);
          if (local.exists(date)) {
            expected.add(date.toString());
          }
        }
      }
      door.told.values().forEach(m -> told.add(local.dayOf(m.happenedAt).toString()));
      assertThat(told).as(id).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void each_country_has_its_own_mothers_day_and_its_own_morning() {
    residents.number.putAll(Map.of("DE", 1, "GB", 1, "FR", 1, "US", 1));
    List<CalendarDay> mothers = new ArrayList<>(CalendarDay.shipped());
    mothers.removeIf(day -> !day.key().equals("DAY_MOTHERS"));
    clock.set(Instant.parse("2027-01-10T00:00:00Z"));
    ReportCountries report = report(mothers);
    while (clock.instant().isBefore(Instant.parse("2027-12-01T00:00:00Z"))) {
      clock.set(report.nextDueAt().orElseThrow());
      report.runDue();
    }
    Map<String, String> told = new TreeMap<>();
    door.told.values().stream()
        .filter(m -> m.happenedAt.isBefore(Instant.parse("2028-01-01T00:00:00Z")))
        .forEach(m -> told.put(m.contact.substring(0, 2), m.happenedAt.toString()));
    assertThat(told)
        .containsEntry("de", "2027-05-09T07:00:00Z")
        .containsEntry("gb", "2027-03-07T09:00:00Z")
        .containsEntry("fr", "2027-05-30T07:00:00Z")
        .containsEntry("us", "2027-05-09T13:00:00Z");
  }

  @Test
  void nobody_hears_of_a_day_before_the_series_was_switched_on_or_that_the_shop_slept_through() {
    residents.number.put("DE", 1);
    CalendarDay day = CalendarDay.each("X", "X", MonthDay.of(3, 8));
    door.since = Instant.parse("2026-03-08T08:00:01Z"); // it was nine in Berlin
    clock.set(Instant.parse("2026-03-08T12:00:00Z"));
    assertThat(report(List.of(day)).runDue()).isZero();
    door.since = Instant.EPOCH;
    clock.set(Instant.parse("2026-03-09T12:00:00Z"));
    assertThat(report(List.of(day)).runDue()).isZero();
    assertThat(door.told).isEmpty();
  }

  @Test
  void what_a_dead_node_has_left_is_told_and_nobody_is_told_twice() {
    residents.number.put("DE", 450);
    CalendarDay day = CalendarDay.each("X", "X", MonthDay.of(3, 8));
    clock.set(Instant.parse("2026-03-08T12:00:00Z"));
    door.failsAfter = 2;
    report(List.of(day)).runDue();
    assertThat(door.told).hasSize(400);
    clock.advance(Duration.ofMinutes(5));
    report(List.of(day)).runDue();
    assertThat(door.told).hasSize(450);
    assertThat(report(List.of(day)).runDue()).as("done for the day").isZero();
  }

  @Test
  void the_weather_of_a_country_is_asked_once_an_hour_and_told_once_a_day() {
    residents.number.putAll(Map.of("DE", 2, "AT", 1));
    ReportCountries report =
        report(
            WeatherTrigger.all(
                (country, date) -> {
                  asked++;
                  return country.equals("DE") && !weather.isEmpty()
                      ? Optional.of(new Weather(Weather.Kind.SNOW, weather))
                      : Optional.empty();
                }));
    clock.set(Instant.parse("2026-12-01T08:30:00Z"));
    report.runDue();
    int first = asked;
    assertThat(first).as("five kinds in two countries").isEqualTo(10);
    report.runDue();
    assertThat(asked).as("within the hour").isEqualTo(first);
    weather = "12 cm";
    clock.advance(Duration.ofHours(1));
    assertThat(report.runDue()).isEqualTo(2);
    clock.advance(Duration.ofHours(2));
    assertThat(report.runDue()).isZero();
    clock.advance(Duration.ofDays(1));
    assertThat(report.runDue()).isEqualTo(2);
    assertThat(door.told.values().iterator().next().values.textOf("weather")).isEqualTo("12 cm");
  }
}
