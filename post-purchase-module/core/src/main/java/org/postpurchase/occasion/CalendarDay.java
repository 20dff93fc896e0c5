package org.postpurchase.occasion;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.shared.LocalText;

/**
 * A day of the calendar that a country celebrates, by that country's rule: Mother's Day is another
 * Sunday in Britain than in Germany. A shop adds days of its own by beans of this class. Immutable.
 */
public final class CalendarDay implements CountryTrigger {
  private static final String PREFIX = "DAY_";
  private static final Duration NEAR = Duration.ofDays(31);

  private final String key;
  private final String label;
  private final BiFunction<Integer, String, LocalDate> rule;

  /**
   * @param name 1 to 26 capitals, digits and underscores; the trigger's key is it after {@code
   *     DAY_}
   * @param label what merchants read, by language as {@link LocalText}
   * @param rule the day in a year and a country as ISO 3166 code in capitals, empty when it is not
   *     known; null where there is none
   */
  public CalendarDay(String name, String label, BiFunction<Integer, String, LocalDate> rule) {
    this.key = PREFIX + requireNonNull(name, "name");
    this.label = requireNonNull(label, "label");
    this.rule = requireNonNull(rule, "rule");
  }

  /** The same day of each year everywhere. */
  public static CalendarDay each(String name, String label, MonthDay day) {
    return new CalendarDay(name, label, (year, country) -> day.atYear(year));
  }

  /** Those that the product comes with. */
  public static List<CalendarDay> shipped() {
    return Arrays.asList(
        each("NEW_YEAR", "New Year's Day | de: Neujahr", MonthDay.of(1, 1)),
        each("VALENTINE", "Valentine's Day | de: Valentinstag", MonthDay.of(2, 14)),
        new CalendarDay("MOTHERS", "Mother's Day | de: Muttertag", CalendarDay::mothers),
        new CalendarDay("FATHERS", "Father's Day | de: Vatertag", CalendarDay::fathers),
        new CalendarDay(
            "BLACK_FRIDAY",
            "Black Friday | de: Black Friday",
            (year, country) -> nth(4, DayOfWeek.THURSDAY, year, 11).plusDays(1)),
        each("SAINT_NICHOLAS", "Saint Nicholas | de: Nikolaus", MonthDay.of(12, 6)),
        each("CHRISTMAS_EVE", "Christmas Eve | de: Heiligabend", MonthDay.of(12, 24)));
  }

  private static LocalDate nth(int n, DayOfWeek day, int year, int month) {
    return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, day));
  }

  private static LocalDate mothers(int year, String country) {
    switch (country) {
      case "GB":
      case "IE":
        return easter(year).minusDays(21);
      case "FR":
        LocalDate last =
            LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY));
        return last.equals(easter(year).plusDays(49)) ? last.plusDays(7) : last;
      case "SE":
        return LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY));
      case "NO":
        return nth(2, DayOfWeek.SUNDAY, year, 2);
      case "ES":
      case "PT":
      case "HU":
        return nth(1, DayOfWeek.SUNDAY, year, 5);
      case "PL":
        return LocalDate.of(year, 5, 26);
      default:
        return nth(2, DayOfWeek.SUNDAY, year, 5);
    }
  }

  private static LocalDate fathers(int year, String country) {
    switch (country) {
      case "DE":
        return easter(year).plusDays(39);
      case "AT":
        return nth(2, DayOfWeek.SUNDAY, year, 6);
      case "CH":
        return nth(1, DayOfWeek.SUNDAY, year, 6);
      case "ES":
      case "PT":
      case "IT":
        return LocalDate.of(year, 3, 19);
      case "SE":
      case "NO":
      case "FI":
        return nth(2, DayOfWeek.SUNDAY, year, 11);
      default:
        return nth(3, DayOfWeek.SUNDAY, year, 6);
    }
  }

  /** Of the western churches, by Gauss's rule in the form of Meeus, Jones and Butcher. */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int sum = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
    return LocalDate.of(year, sum / 31, sum % 31 + 1);
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public String label(Locale locale) {
    return LocalText.in(label, locale);
  }

  @Override
  public Optional<MomentValues> on(LocalDate day, String country) {
    return day.equals(rule.apply(day.getYear(), country))
        ? Optional.of(MomentValues.none())
        : Optional.empty();
  }

  @Override
  public Optional<LocalDate> nextFrom(LocalDate day, String country) {
    for (int year = day.getYear(); year <= day.getYear() + 1; year++) {
      LocalDate next = rule.apply(year, country);
      if (next != null && !next.isBefore(day)) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  /** A month later it is long over; the name of the day is in the reader's language. */
  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    return now.isBefore(moment.happenedAt.plus(NEAR))
        ? Optional.of(MomentValues.none().text("day", label(locale)))
        : Optional.empty();
  }

  @Override
  public MomentValues example(Locale locale) {
    return MomentValues.none().text("day", label(locale));
  }
}
