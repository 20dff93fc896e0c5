package org.postpurchase.restraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.testkit.Seed;

/**
 * Never outside the hours, and never later than need be: in every zone, on every change of clocks.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SendingHoursTest {
  private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");
  private static final ZoneId SHOP = ZoneId.of("Europe/Berlin");
  private final SendingHours hours = new SendingHours(SendingLaw.shipped());

  @Test
  void in_every_zone_and_around_both_changes_of_clocks_the_first_open_minute_is_found() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    List<WeekHours> some =
        List.of(
            WeekHours.parse("MO-SA 09:00-20:00"),
            WeekHours.parse("MO-SU 02:30-02:45"), // lies in a change of clocks
            WeekHours.parse("MO-SU 01:30-03:30"),
            WeekHours.parse("MO-SU 00:00-00:30; MO-SU 23:45-24:00"),
            WeekHours.daily(LocalTime.of(22, 0), LocalTime.of(1, 15)));
    for (String name : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
      ZoneId zone = ZoneId.of(name);
      List<Instant> moments =
          new ArrayList<>(List.of(YEAR.plusSeconds(random.nextInt(31_536_000))));
      ZoneOffsetTransition change = zone.getRules().nextTransition(YEAR);
      for (int i = 0; i < 2 && change != null; i++) {
        moments.add(change.getInstant().minusSeconds(60L * random.nextInt(180)));
        moments.add(change.getInstant().plusSeconds(60L * random.nextInt(180)));
        change = zone.getRules().nextTransition(change.getInstant());
      }
      for (Instant moment : moments) {
        Instant minute = Instant.ofEpochSecond(moment.getEpochSecond() / 60 * 60);
        for (WeekHours week : some) {
          Opening opening = new Opening(week, zone);
          Instant found = opening.next(minute).orElseThrow();
          assertThat(isInside(week, found, zone)).as(name + " " + found + " " + seed).isTrue();
          assertThat(found)
              .as(name + " " + minute + " " + seed)
              .isEqualTo(first(week, minute, zone));
        }
      }
    }
  }

  /** Minute by minute, as a clock on the wall goes. */
  private static Instant first(WeekHours week, Instant from, ZoneId zone) {
    Instant at = from;
    while (!isInside(week, at, zone)) {
      at = at.plusSeconds(60);
    }
    return at;
  }

  private static boolean isInside(WeekHours week, Instant moment, ZoneId zone) {
    return week.contains(moment.atZone(zone).toLocalDateTime());
  }

  @Test
  void a_text_to_the_united_states_is_inside_the_hours_of_every_zone_and_of_texas() {
    Random random = new Random(4711);
    List<ZoneId> zones = new ArrayList<>();
    for (String name : properties("country-zones.properties").getProperty("US").split(", ")) {
      zones.add(ZoneId.of(name));
    }
    assertThat(zones).hasSizeGreaterThan(25);
    for (int i = 0; i < 500; i++) {
      Instant moment = YEAR.plusSeconds(random.nextInt(31_536_000));
      Instant open = sms("US", moment).orElseThrow();
      for (ZoneId zone : zones) {
        ZonedDateTime there = open.atZone(zone);
        LocalTime from = LocalTime.of(there.getDayOfWeek() == DayOfWeek.SUNDAY ? 12 : 9, 0);
        assertThat(there.toLocalTime())
            .as(there.toString())
            .isBetween(from, LocalTime.of(19, 59, 59));
      }
    }
  }

  @Test
  void parcel_and_number_at_two_places_get_texts_only_when_both_are_open() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    Properties regions = properties("region-zones.properties");
    List<String> places = new ArrayList<>(new TreeSet<>(regions.stringPropertyNames()));
    for (int i = 0; i < 3_000; i++) {
      String parcel = places.get(random.nextInt(places.size()));
      String number = places.get(random.nextInt(places.size()));
      Instant moment = YEAR.plusSeconds(60L * random.nextInt(525_600));
      Optional<Instant> open =
          Opening.first(
              hours.of("SMS", List.of(place(parcel), place(number)), WeekHours.ALWAYS), moment);
      if (open.isEmpty()) {
        continue; // hours that never meet, such as those of Guam and Newfoundland
      }
      for (String place : List.of(parcel, number)) {
        String country = place.substring(0, 2);
        for (String zone : regions.getProperty(place).split(", ")) {
          ZonedDateTime there = open.get().atZone(ZoneId.of(zone));
          assertThat(isAllowed(country, place, there))
              .as("%s and %s at %s for %s, seed %s", parcel, number, there, place, seed)
              .isTrue();
        }
      }
      if (!open.get().equals(moment)) { // a minute before it, one of the two is shut
        Instant before = open.get().minusSeconds(60);
        assertThat(List.of(parcel, number))
            .as("%s and %s at %s, seed %s", parcel, number, before, seed)
            .anyMatch(
                place ->
                    Arrays.stream(regions.getProperty(place).split(", "))
                        .anyMatch(
                            zone ->
                                !isAllowed(
                                    place.substring(0, 2), place, before.atZone(ZoneId.of(zone)))));
      }
    }
  }

  /** The law of texts once more, written by hand. */
  private static boolean isAllowed(String country, String place, ZonedDateTime there) {
    int minute = there.getHour() * 60 + there.getMinute();
    boolean sunday = there.getDayOfWeek() == DayOfWeek.SUNDAY;
    boolean saturday = there.getDayOfWeek() == DayOfWeek.SATURDAY;
    switch (country) {
      case "US":
        int from = place.equals("US-TX") ? (sunday ? 12 : 9) : 8;
        int to = place.equals("US-FL") || place.equals("US-OK") ? 20 : 21;
        return minute >= from * 60 && minute < to * 60;
      case "CA":
        return sunday || saturday
            ? minute >= 10 * 60 && minute < 18 * 60
            : minute >= 9 * 60 && minute < 21 * 60;
      default:
        return !sunday && minute >= 9 * 60 && minute < 20 * 60;
    }
  }

  private static SendingHours.Place place(String code) {
    return SendingHours.Place.in(code.substring(0, 2), SHOP).region(code.substring(3));
  }

  @Test
  void a_region_that_is_not_known_has_the_hours_of_all_regions() {
    Instant morning = Instant.parse("2026-06-08T13:30:00Z"); // 9:30 in New York, 3:30 in Honolulu
    Instant open =
        Opening.first(hours.of("SMS", List.of(place("US-Texas")), WeekHours.ALWAYS), morning).get();
    assertThat(open).isEqualTo(sms("US", morning).get());
    assertThat(open.atZone(ZoneId.of("Pacific/Honolulu")).toLocalTime())
        .isAfterOrEqualTo(LocalTime.of(9, 0));
    assertThat(Opening.first(hours.of("SMS", List.of(place("US-NY")), WeekHours.ALWAYS), morning))
        .contains(morning);
    assertThat(hours.law().hours("SMS", "US", "TX")).hasSize(2);
    assertThat(hours.law().hours("SMS", "US", "NY")).hasSize(1);
    assertThat(hours.law().hours("SMS", "US", "")).hasSizeGreaterThan(3);
  }

  @Test
  void the_clocks_of_all_states_and_provinces_are_known() {
    Properties regions = properties("region-zones.properties");
    for (String region : regions.stringPropertyNames()) {
      for (String zone : regions.getProperty(region).split(", ")) {
        assertThat(ZoneId.getAvailableZoneIds()).as(region).contains(zone);
      }
    }
    assertThat(regions.stringPropertyNames())
        .contains("US-TX", "US-DC", "CA-QC", "AU-WA")
        .hasSize(56 + 13 + 8);
  }

  @Test
  void french_sundays_and_holidays_are_closed_also_those_that_move_with_easter() {
    ZoneId paris = ZoneId.of("Europe/Paris");
    assertThat(sms("FR", at(2026, 4, 5, 10, paris)).orElseThrow()) // Easter Sunday, then Monday
        .isEqualTo(at(2026, 4, 7, 8, paris));
    assertThat(sms("FR", at(2026, 5, 14, 10, paris)).orElseThrow()) // Ascension
        .isEqualTo(at(2026, 5, 15, 8, paris));
    assertThat(sms("FR", at(2026, 12, 24, 22, paris)).orElseThrow())
        .isEqualTo(at(2026, 12, 26, 8, paris));
    assertThat(WeekHours.easter(2024)).isEqualTo(LocalDate.of(2024, 3, 31));
    assertThat(WeekHours.easter(2038)).isEqualTo(LocalDate.of(2038, 4, 25));
  }

  @Test
  void a_country_that_is_not_named_has_the_strictest_hours_in_the_shops_zone() {
    assertThat(sms("", at(2026, 3, 1, 3, SHOP)).orElseThrow()).isEqualTo(at(2026, 3, 2, 9, SHOP));
    assertThat(sms("DE", at(2026, 3, 3, 20, SHOP)).orElseThrow())
        .isEqualTo(at(2026, 3, 4, 9, SHOP));
  }

  @Test
  void a_merchant_narrows_the_hours_and_cannot_widen_them() {
    List<SendingHours.Place> germany = List.of(SendingHours.Place.in("DE", SHOP));
    Instant night = at(2026, 3, 3, 2, SHOP);
    WeekHours later = WeekHours.parse("MO-SU 18:00-24:00");
    assertThat(Opening.first(hours.of("SMS", germany, later), night))
        .contains(at(2026, 3, 3, 18, SHOP));
    assertThat(Opening.first(hours.of("SMS", germany, WeekHours.parse("MO-SU 21:00-23:00")), night))
        .isEmpty();
    assertThat(Opening.first(hours.of("EMAIL", germany, WeekHours.ALWAYS), night)).contains(night);
  }

  @Test
  void a_country_with_eleven_zones_still_gets_texts() {
    for (String country : Locale.getISOCountries()) {
      assertThat(sms(country, Instant.parse("2026-03-03T01:00:00Z"))).as(country).isPresent();
    }
  }

  @Test
  void what_cannot_be_read_is_named() {
    assertThatThrownBy(() -> WeekHours.parse("MO-SA 9-20"))
        .isInstanceOf(PostPurchaseException.class)
        .hasMessageContaining("MO-SA 9-20");
    for (String bad : Arrays.asList("XX 09:00-20:00", "MO 20:00-09:00", "SA-MO 09:00-10:00", "")) {
      assertThatThrownBy(() -> WeekHours.parse(bad)).isInstanceOf(PostPurchaseException.class);
    }
    assertThatThrownBy(() -> WeekHours.ALWAYS.closedOn("Christmas"))
        .hasMessageContaining("Christmas");
    assertThat(hours.law().version()).isNotEmpty();
    assertThat(Duration.ofHours(hours.law().budgetHours("EMAIL"))).isEqualTo(Duration.ofHours(16));
    assertThat(hours.law().budgetHours("SMS")).isEqualTo(24);
    assertThat(hours.law().budgetHours("LETTER")).isEqualTo(24);
  }

  private Optional<Instant> sms(String country, Instant moment) {
    return Opening.first(
        hours.of("SMS", List.of(SendingHours.Place.in(country, SHOP)), WeekHours.ALWAYS), moment);
  }

  private static Instant at(int year, int month, int day, int hour, ZoneId zone) {
    return ZonedDateTime.of(year, month, day, hour, 0, 0, 0, zone).toInstant();
  }

  private static Properties properties(String name) {
    return CountryZones.load(name);
  }
}
