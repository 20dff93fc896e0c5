package org.postpurchase.admin.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postpurchase.broadleaf.entity.Choice;

/** What the forms for new rows are filled with. */
final class FormDefaults {
  static final Map<String, String> SERIES =
      of(
          "status", "DRAFT",
          "triggerKey", "ANY_ORDER",
          "reEntry", "WHEN_FINISHED",
          "priority", "50",
          "exitOrderedAgain", "false",
          "exitOrderCancelled", "true",
          "exitAllReturned", "true",
          "exitOptedOut", "true");
  private static final Map<String, String> STEP =
      of(
          "anchor", "DELIVERED",
          "delayDays", "0",
          "delayHours", "0",
          "fallbackDays", "7",
          "fallbackDaysAbroad", "21",
          "validHours", "24",
          "purpose", "MARKETING",
          "aboutProducts", "false",
          "stepKind", "MESSAGE",
          "goal", "false",
          "off", "false",
          "conditionType", "ALWAYS",
          "rewardValidDays", "0");

  static final Map<String, String> RULE =
      of("active", "false", "type", "SPEND", "period", "EVER", "priority", "50");

  static final Map<String, String> TIER =
      of("active", "false", "earnPercent", "100", "entryPoints", "0");
  static final Map<String, String> REWARD =
      of("active", "false", "validDays", "90", "priority", "50");

  private FormDefaults() {}

  /** With the shop's main channel, which is offered first. */
  static Map<String, String> step() {
    Map<String, String> defaults = new LinkedHashMap<>(STEP);
    Choice.Channel.TYPES.keySet().stream()
        .findFirst()
        .ifPresent(channel -> defaults.put("channel", channel));
    return defaults;
  }

  private static Map<String, String> of(String... namesAndValues) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Collections.unmodifiableMap(map);
  }
}
