package org.postpurchase.admin.sending;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postpurchase.restraint.ChannelPace;

/** One channel's settings as fields of a form, and what was typed into them. */
final class ChannelForm {
  private static final String BAD = "PostPurchase_Sending_Bad_";
  private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d|24:00";
  private static final List<String> DAYS = dayNames();
  private static final Pattern SPAN = Pattern.compile("([A-Z]{2}) (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

  public final String channel;
  public final String label;
  public final int usualHours;

  /** What the law allows, place by place. */
  public final List<LawLine> law;

  public final Map<String, String> fields = new LinkedHashMap<>();

  /** Keys of words by field. */
  public final Map<String, String> problems = new LinkedHashMap<>();

  ChannelForm(String channel, String label, int usualHours, List<LawLine> law) {
    this.channel = channel;
    this.label = label;
    this.usualHours = usualHours;
    this.law = law;
  }

  private static List<String> dayNames() {
    List<String> names = new ArrayList<>();
    for (String name : "MO TU WE TH FR SA SU".split(" ")) {
      names.add(name);
    }
    return names;
  }

  /** As it is saved. */
  ChannelForm of(ChannelPace pace) {
    fields.put("budget", pace.budgetHours < 0 ? "" : String.valueOf(pace.budgetHours));
    fields.put("edition", String.valueOf(pace.edition));
    Matcher span = SPAN.matcher(pace.hours);
    for (int day = 0; day < DAYS.size(); day++) {
      boolean named = pace.hours.isEmpty() || pace.hours.contains(DAYS.get(day) + " ");
      fields.put("day" + (day + 1), named ? "true" : "");
    }
    boolean found = span.find();
    fields.put("from", found ? span.group(2) : "");
    fields.put("to", found ? span.group(3) : "");
    return this;
  }

  /**
   * What was typed.
   *
   * @param parameter the request's value of a field, or null
   */
  ChannelForm typed(UnaryOperator<String> parameter) {
    for (String field : fieldNames()) {
      String value = parameter.apply(channel + "." + field);
      fields.put(field, value == null ? "" : value.trim());
    }
    return this;
  }

  private static List<String> fieldNames() {
    List<String> names = new ArrayList<>();
    names.add("budget");
    names.add("edition");
    names.add("from");
    names.add("to");
    for (int day = 1; day <= DAYS.size(); day++) {
      names.add("day" + day);
    }
    return names;
  }

  /** The next edition, or null when {@link #problems} says what is wrong. */
  ChannelPace read() {
    String budget = fields.get("budget");
    boolean isNumber = budget.matches("\\d{1,3}") && Integer.parseInt(budget) <= 744;
    if (!budget.isEmpty() && !isNumber) {
      problems.put("budget", BAD + "Budget");
    }
    String hours = hours();
    String edition = fields.get("edition");
    if (!problems.isEmpty() || !edition.matches("\\d{1,9}")) {
      return null;
    }
    return new ChannelPace(
        channel,
        budget.isEmpty() ? -1 : Integer.parseInt(budget),
        hours,
        Integer.parseInt(edition) + 1);
  }

  private String hours() {
    String from = fields.get("from");
    String to = fields.get("to");
    if (from.isEmpty() && to.isEmpty()) {
      return "";
    }
    if (!from.matches(TIME) || !to.matches(TIME) || from.compareTo(to) >= 0) {
      problems.put("hours", BAD + "Time");
      return "";
    }
    List<String> spans = new ArrayList<>();
    for (int day = 0; day < DAYS.size(); day++) {
      if ("true".equals(fields.get("day" + (day + 1)))) {
        spans.add(DAYS.get(day) + " " + from + "-" + to);
      }
    }
    if (spans.isEmpty()) {
      problems.put("days", BAD + "Days");
    }
    return String.join("; ", spans);
  }

  /** Whether nothing differs from what is saved. */
  boolean isAs(ChannelPace saved) {
    ChannelForm same = new ChannelForm(channel, label, usualHours, law).of(saved);
    return same.fields.equals(fields);
  }
}
