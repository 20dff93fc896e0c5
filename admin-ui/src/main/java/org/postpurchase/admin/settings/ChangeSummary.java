package org.postpurchase.admin.settings;

import java.util.Map;
import java.util.StringJoiner;

/** What a save changed, short enough for an audit row: long texts are named, not quoted. */
final class ChangeSummary {
  private static final int QUOTED_MAX = 120;

  private ChangeSummary() {}

  static String of(Map<String, String> before, Map<String, String> after) {
    StringJoiner changes = new StringJoiner("; ");
    after.forEach(
        (field, now) -> {
          String old = before.getOrDefault(field, "");
          if (!old.equals(now)) {
            boolean quotable = old.length() <= QUOTED_MAX && now.length() <= QUOTED_MAX;
            changes.add(quotable ? field + ": '" + old + "' → '" + now + "'" : field + " changed");
          }
        });
    return changes.length() == 0 ? "nothing changed" : changes.toString();
  }
}
