package org.postpurchase.admin.settings;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.postpurchase.broadleaf.settings.EntityProgrammeReader;
import org.postpurchase.loyalty.Rates;
import org.postpurchase.shared.PostPurchaseException;

/** What fields of the loyalty settings may hold, each noted by its first problem. */
final class FieldLimits {
  private static final int RATES_MAX = 500;
  static final int IDS_MAX = 1000;

  private final FieldProblems found;

  FieldLimits(FieldProblems found) {
    this.found = found;
  }

  void filled(String field, String text, int max) {
    if (text == null || text.trim().isEmpty()) {
      found.add(field, "PostPurchase_Problem_Missing");
    } else if (text.length() > max) {
      found.add(field, "PostPurchase_Problem_Long");
    }
  }

  void between(String field, Integer number, int min, int max, String problem) {
    if (number == null || number < min || number > max) {
      found.add(field, problem);
    }
  }

  void emptyOrAboveZero(String field, Integer number) {
    if (number != null && number <= 0) {
      found.add(field, "PostPurchase_Problem_Limit");
    }
  }

  void rates(String field, String text) {
    String typed = text == null ? "" : text;
    if (typed.length() > RATES_MAX) {
      found.add(field, "PostPurchase_Problem_Long");
      return;
    }
    try {
      Rates rates = Rates.of(typed);
      if (rates.currencies().stream().anyMatch(each -> each.getDefaultFractionDigits() < 0)) {
        found.add(field, "PostPurchase_Problem_Rates"); // XXX, XTS, gold: nobody pays in these
      }
    } catch (PostPurchaseException e) {
      found.add(field, "PostPurchase_Problem_Rates");
    }
  }

  void atMost(String field, String text, int most) {
    if (text != null && text.length() > most) {
      found.add(field, "PostPurchase_Problem_Long");
    }
  }

  /** Ids of the host, separated by commas, spaces or lines. */
  void ids(String field, String text) {
    String typed = text == null ? "" : text;
    if (typed.length() > IDS_MAX) {
      found.add(field, "PostPurchase_Problem_Long");
    } else if (!typed.trim().matches("(-?\\d{1,18}([,;\\s]+|$))*")) {
      found.add(field, "PostPurchase_Problem_Ids");
    }
  }

  /** The moment, or null where there is none or where it cannot be read, which is noted. */
  LocalDateTime moment(String field, String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      LocalDateTime moment = LocalDateTime.parse(text, EntityProgrammeReader.MOMENT);
      if (moment.format(EntityProgrammeReader.MOMENT).equals(text)) {
        return moment;
      }
    } catch (DateTimeParseException e) {
      // told below, as is a day that no month has
    }
    found.add(field, "PostPurchase_Problem_Moment");
    return null;
  }

  /** What was typed, without the spaces around it; null for nothing. */
  static String trimmed(String typed) {
    String text = typed == null ? "" : typed.trim();
    return text.isEmpty() ? null : text;
  }
}
