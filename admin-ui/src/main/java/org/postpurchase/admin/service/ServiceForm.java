package org.postpurchase.admin.service;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.service.ContactBlock;
import org.postpurchase.service.ServiceSettings;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.InvalidEmailAddressException;
import org.postpurchase.shared.PostPurchaseException;

/** What somebody typed into the form of the settings, as texts, and what it means. */
final class ServiceForm {
  static final List<String> FIELDS =
      Collections.unmodifiableList(
          Arrays.asList(
              "active",
              "starsMost",
              "npsMost",
              "csatMost",
              "from",
              "to",
              "holidays",
              "firstHours",
              "solveHours",
              "timeoutDays",
              "alertAddress",
              "phone",
              "mail",
              "chatUrl",
              "hours",
              "faqUrl"));
  private static final String BAD = "PostPurchase_ServiceSettings_Bad_";

  private final Map<String, String> typed;
  private final Map<String, String> problems = new LinkedHashMap<>();

  ServiceForm(Map<String, String> typed) {
    this.typed = typed;
  }

  static Map<String, String> of(ServiceSettings s) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("active", s.active ? "true" : "");
    fields.put("starsMost", String.valueOf(s.starsMost));
    fields.put("npsMost", String.valueOf(s.npsMost));
    fields.put("csatMost", String.valueOf(s.csatMost));
    for (DayOfWeek day : DayOfWeek.values()) {
      boolean works = s.hours.days.indexOf((char) ('0' + day.getValue())) >= 0;
      fields.put("day" + day.getValue(), works ? "true" : "");
    }
    fields.put("from", time(s.hours.from));
    fields.put("to", time(s.hours.to));
    fields.put("holidays", s.hours.holidays);
    fields.put("firstHours", String.valueOf(s.hours.first));
    fields.put("solveHours", String.valueOf(s.hours.solve));
    fields.put("timeoutDays", String.valueOf(s.timeoutDays));
    fields.put("alertAddress", s.alertAddress);
    fields.put("phone", s.contact.phone);
    fields.put("mail", s.contact.mail);
    fields.put("chatUrl", s.contact.chatUrl);
    fields.put("hours", s.contact.hours);
    fields.put("faqUrl", s.contact.faqUrl);
    fields.put("edition", String.valueOf(s.edition));
    return fields;
  }

  private static String time(int minutes) {
    return String.format("%02d:%02d", minutes / 60, minutes % 60);
  }

  /** What was typed, as the next edition of the settings; {@link #problems} says what is wrong. */
  ServiceSettings settings(ServiceSettings before, Instant now, ZoneId zone) {
    boolean active = text("active").equals("true");
    ServiceSettings.Hours hours =
        new ServiceSettings.Hours(
            days(),
            minutes("from"),
            minutes("to"),
            limited("holidays", 2000),
            number("firstHours", 1, 1000),
            number("solveHours", 1, 1000));
    hours(hours, zone);
    return before
        .but()
        .active(active, active && before.activeSince == null ? now : before.activeSince)
        .opens(number("starsMost", 0, 4), number("npsMost", -1, 9), number("csatMost", 0, 4))
        .hours(hours)
        .timeoutDays(number("timeoutDays", 0, 365))
        .alertAddress(address("alertAddress"))
        .contact(
            new ContactBlock(
                phone(), address("mail"), url("chatUrl"), limited("hours", 300), url("faqUrl")))
        .edition(edition() + 1)
        .build();
  }

  /** Keys of words by field. */
  Map<String, String> problems() {
    return problems;
  }

  int edition() {
    String text = text("edition");
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
  }

  private String days() {
    StringBuilder days = new StringBuilder();
    for (int day = 1; day <= 7; day++) {
      days.append(text("day" + day).equals("true") ? String.valueOf(day) : "");
    }
    if (days.length() == 0) {
      problems.put("days", BAD + "Days");
    }
    return days.toString();
  }

  private void hours(ServiceSettings.Hours hours, ZoneId zone) {
    if (problems.containsKey("from") || problems.containsKey("to") || hours.days.isEmpty()) {
      return;
    }
    if (hours.to <= hours.from) {
      problems.put("to", BAD + "Order");
      return;
    }
    try {
      hours.calendar(zone);
    } catch (PostPurchaseException noDay) {
      problems.put("holidays", BAD + "Holidays");
    }
  }

  private int minutes(String field) {
    String text = text(field);
    if (!text.matches("([01]?\\d|2[0-3]):[0-5]\\d|24:00")) {
      problems.put(field, BAD + "Time");
      return 0;
    }
    String[] parts = text.split(":");
    return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
  }

  private int number(String field, int least, int most) {
    String text = text(field);
    int number = text.matches("-?\\d{1,6}") ? Integer.parseInt(text) : least - 1;
    if (number < least || number > most) {
      problems.put(field, BAD + "Number_" + field);
      return least;
    }
    return number;
  }

  private String address(String field) {
    String text = text(field);
    try {
      return text.isEmpty() ? "" : EmailAddress.of(text).toString();
    } catch (InvalidEmailAddressException e) {
      problems.put(field, BAD + "Address");
      return "";
    }
  }

  private String url(String field) {
    String text = text(field);
    if (!text.isEmpty()
        && (!text.matches("https?://[^\\s\"<>]+|/[^\\s\"<>]*") || text.length() > 500)) {
      problems.put(field, BAD + "Url");
    }
    return text;
  }

  private String phone() {
    String text = text("phone");
    if (!text.isEmpty() && !text.matches("[0-9+()/. -]{3,60}")) {
      problems.put("phone", BAD + "Phone");
    }
    return text;
  }

  private String limited(String field, int most) {
    String text = text(field);
    if (text.codePointCount(0, text.length()) > most) {
      problems.put(field, "PostPurchase_Problem_Long");
    }
    return text;
  }

  private String text(String field) {
    String value = typed.get(field);
    return value == null ? "" : value.trim();
  }
}
