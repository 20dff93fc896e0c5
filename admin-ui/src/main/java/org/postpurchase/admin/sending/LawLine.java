package org.postpurchase.admin.sending;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.postpurchase.restraint.SendingLaw;

/** What the law allows at one place, in words. Parts that have no name of their own are keys. */
final class LawLine {
  private static final String DAYS = "MOTUWETHFRSASU";
  private static final String EASTER = "EASTER";

  private final String code;
  public final String country;
  public final List<Span> spans = new ArrayList<>();

  /** Days of the year without any hours. */
  public final List<Day> closed = new ArrayList<>();

  private LawLine(String code, Locale locale) {
    this.code = code;
    this.country =
        new Locale("", code.substring(0, Math.min(2, code.length()))).getDisplayCountry(locale);
  }

  /** By name, a country before its regions, all others last. */
  static List<LawLine> all(SendingLaw law, String channel, Locale locale) {
    List<LawLine> all = new ArrayList<>();
    law.lines(channel)
        .forEach(
            (code, hours) -> {
              LawLine line = new LawLine(code, locale);
              for (String part : hours.split(";")) {
                line.spans.add(new Span(part.trim(), locale));
              }
              for (String day : law.closedDays(channel, code).split("[\\s,]+")) {
                if (!day.isEmpty()) {
                  line.closed.add(new Day(day, locale));
                }
              }
              all.add(line);
            });
    all.sort(
        Comparator.comparing(LawLine::isOthers)
            .thenComparing(row -> row.country)
            .thenComparing(line -> line.code));
    return all;
  }

  /** Whether it is about every country that has no line. */
  public boolean isOthers() {
    return code.equals("*");
  }

  /** Key of the region's name; empty for a whole country. */
  public String getRegionKey() {
    return code.length() > 2 ? "PostPurchase_Sending_Region_" + code : "";
  }

  /** Days of the week that have the same hours. */
  public static final class Span {
    public final String from;
    public final String to;
    public final String opens;
    public final String shuts;

    Span(String text, Locale locale) {
      String[] words = text.split("\\s+");
      String[] days = words[0].split("-");
      from = day(days[0], locale);
      to = day(days[days.length - 1], locale);
      opens = time(words[1].substring(0, 5), locale);
      shuts = time(words[1].substring(6), locale);
    }

    private static String day(String code, Locale locale) {
      return DayOfWeek.of(DAYS.indexOf(code) / 2 + 1).getDisplayName(TextStyle.FULL, locale);
    }

    private static String time(String text, Locale locale) {
      LocalTime time = text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
      return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(time);
    }

    public boolean isOneDay() {
      return from.equals(to);
    }
  }

  /** A holiday. */
  public static final class Day {
    /** Its date; empty for one that moves with Easter. */
    public final String name;

    /** Key of its name; empty for one with a date. */
    public final String key;

    Day(String text, Locale locale) {
      boolean moves = text.startsWith(EASTER);
      key = moves ? "PostPurchase_Sending_Easter_" + text.substring(EASTER.length() + 1) : "";
      name = moves ? "" : date(MonthDay.parse("--" + text), locale);
    }

    private static String date(MonthDay day, Locale locale) {
      String pattern = locale.getLanguage().equals("de") ? "d. MMMM" : "d MMMM";
      return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }
  }
}
