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
public final class LawLine {
  private static final String DAYS = "MOTUWETHFRSASU";
  private static final String EASTER = "EASTER";

  private final String code;
  private final String country;
  private final List<Span> spans = new ArrayList<>();
  private final List<Day> closed = new ArrayList<>();

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
            .thenComparing(LawLine::getCountry)
            .thenComparing(line -> line.code));
    return all;
  }

  /** Whether it is about every country that has no line. */
  public boolean isOthers() {
    return code.equals("*");
  }

  public String getCountry() {
    return country;
  }

  /** Key of the region's name; empty for a whole country. */
  public String getRegionKey() {
    return code.length() > 2 ? "PostPurchase_Sending_Region_" + code : "";
  }

  public List<Span> getSpans() {
    return spans;
  }

  /** Days of the year without any hours. */
  public List<Day> getClosed() {
    return closed;
  }

  /** Days of the week that have the same hours. */
  public static final class Span {
    private final String from;
    private final String to;
    private final String opens;
    private final String shuts;

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

    public String getFrom() {
      return from;
    }

    public String getTo() {
      return to;
    }

    public boolean isOneDay() {
      return from.equals(to);
    }

    public String getOpens() {
      return opens;
    }

    public String getShuts() {
      return shuts;
    }
  }

  /** A holiday. */
  public static final class Day {
    private final String name;
    private final String key;

    Day(String text, Locale locale) {
      boolean moves = text.startsWith(EASTER);
      key = moves ? "PostPurchase_Sending_Easter_" + text.substring(EASTER.length() + 1) : "";
      name = moves ? "" : date(MonthDay.parse("--" + text), locale);
    }

    private static String date(MonthDay day, Locale locale) {
      String pattern = locale.getLanguage().equals("de") ? "d. MMMM" : "d MMMM";
      return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    /** Its date; empty for one that moves with Easter. */
    public String getName() {
      return name;
    }

    /** Key of its name; empty for one with a date. */
    public String getKey() {
      return key;
    }
  }
}
