package org.postpurchase.restraint;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.postpurchase.shared.PostPurchaseException;

/**
 * The hours of a week in which something may be sent, on a wall clock; the zone comes with each
 * question. Starts are inclusive, ends exclusive. Immutable.
 */
public final class WeekHours {
  /** Every moment of the week. */
  public static final WeekHours ALWAYS = WeekHours.parse("MO-SU 00:00-24:00");

  private static final String DAYS = "MOTUWETHFRSASU";
  private static final int MINUTES = 24 * 60;
  private final Map<DayOfWeek, List<int[]>> spans;
  private final Set<MonthDay> closed;
  private final Set<Integer> closedAfterEaster;

  private WeekHours(
      Map<DayOfWeek, List<int[]>> spans, Set<MonthDay> closed, Set<Integer> closedAfterEaster) {
    this.spans = spans;
    this.closed = closed;
    this.closedAfterEaster = closedAfterEaster;
  }

  /**
   * Reads {@code MO-SA 09:00-21:00; SU 12:00-21:00}. A day that is not named is closed.
   *
   * @throws PostPurchaseException naming the part that cannot be read
   */
  public static WeekHours parse(String text) {
    Map<DayOfWeek, List<int[]>> spans = new EnumMap<>(DayOfWeek.class);
    for (String part : text.split(";")) {
      String[] words = part.trim().split("\\s+");
      if (words.length != 2 || !words[1].matches("\\d\\d:\\d\\d-\\d\\d:\\d\\d")) {
        throw new PostPurchaseException(
            "'" + part.trim() + "' is no time of the week such as MO-SA 09:00-20:00.");
      }
      int from = minutes(words[1].substring(0, 5));
      int to = minutes(words[1].substring(6));
      if (from >= to || to > MINUTES) {
        throw new PostPurchaseException("'" + words[1] + "' does not end after it starts.");
      }
      for (DayOfWeek day : days(words[0])) {
        spans.computeIfAbsent(day, d -> new ArrayList<>()).add(new int[] {from, to});
      }
    }
    return new WeekHours(spans, Collections.emptySet(), Collections.emptySet());
  }

  /** The same hours each day; over midnight when the end is not after the start. */
  public static WeekHours daily(LocalTime from, LocalTime to) {
    int start = from.toSecondOfDay() / 60;
    int end = to.toSecondOfDay() / 60;
    Map<DayOfWeek, List<int[]>> spans = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      List<int[]> ofDay = new ArrayList<>();
      if (start < end) {
        ofDay.add(new int[] {start, end});
      } else {
        ofDay.add(new int[] {0, end});
        ofDay.add(new int[] {start, MINUTES});
        if (start == end) {
          ofDay.clear();
          ofDay.add(new int[] {0, MINUTES});
        }
      }
      spans.put(day, ofDay);
    }
    return new WeekHours(spans, Collections.emptySet(), Collections.emptySet());
  }

  /**
   * The same without some days of each year.
   *
   * @param days such as {@code 12-25, EASTER+1}
   * @throws PostPurchaseException naming the day that cannot be read
   */
  public WeekHours closedOn(String days) {
    Set<MonthDay> fixed = new HashSet<>(closed);
    Set<Integer> moving = new HashSet<>(closedAfterEaster);
    for (String day : days.split("[\\s,]+")) {
      if (day.matches("EASTER[+-]\\d{1,3}")) {
        moving.add(Integer.parseInt(day.substring("EASTER".length())));
      } else if (day.matches("\\d\\d-\\d\\d")) {
        fixed.add(MonthDay.parse("--" + day));
      } else if (!day.isEmpty()) {
        throw new PostPurchaseException("'" + day + "' is no day such as 12-25 or EASTER+1.");
      }
    }
    return new WeekHours(spans, fixed, moving);
  }

  /** Whether that moment of a wall clock is inside. */
  boolean contains(LocalDateTime wall) {
    int minute = wall.toLocalTime().toSecondOfDay() / 60;
    return !isClosed(wall.toLocalDate())
        && spans.getOrDefault(wall.getDayOfWeek(), Collections.emptyList()).stream()
            .anyMatch(span -> minute >= span[0] && minute < span[1]);
  }

  /** When hours begin on that day. */
  List<LocalDateTime> startsOn(LocalDate day) {
    List<LocalDateTime> starts = new ArrayList<>();
    for (int[] span : spans.getOrDefault(day.getDayOfWeek(), Collections.emptyList())) {
      starts.add(day.atStartOfDay().plusMinutes(span[0]));
    }
    return starts;
  }

  private boolean isClosed(LocalDate day) {
    if (closed.contains(MonthDay.from(day))) {
      return true;
    }
    LocalDate easter = closedAfterEaster.isEmpty() ? null : easter(day.getYear());
    return easter != null
        && closedAfterEaster.stream().anyMatch(after -> easter.plusDays(after).equals(day));
  }

  /** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int e = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int f = (32 + 2 * (b % 4) + 2 * (c / 4) - e - c % 4) % 7;
    int g = e + f - 7 * ((a + 11 * e + 22 * f) / 451) + 114;
    return LocalDate.of(year, g / 31, g % 31 + 1);
  }

  private static int minutes(String time) {
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
  }

  private static List<DayOfWeek> days(String text) {
    String[] ends = text.toUpperCase(Locale.ROOT).split("-");
    int from = DAYS.indexOf(ends[0]);
    int to = DAYS.indexOf(ends[ends.length - 1]);
    if (ends.length > 2 || text.length() > 5 || from < 0 || to < from || (from | to) % 2 != 0) {
      throw new PostPurchaseException("'" + text + "' are no days such as MO-SA or SU.");
    }
    List<DayOfWeek> days = new ArrayList<>();
    for (int day = from / 2; day <= to / 2; day++) {
      days.add(DayOfWeek.of(day + 1));
    }
    return days;
  }
}
