package org.postpurchase.admin.points;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postpurchase.ledger.PostingRequest;
import org.postpurchase.ledger.Verb;

/**
 * The form for giving or taking points as somebody has filled it in, with what is wrong with it.
 *
 * <p>The token was made with the page: whoever sends the same page twice asks for the same thing.
 */
final class Adjustment {
  private static final String POINTS = "[+-]?\\d{1,9}";
  private static final String BATCH = "[A-Za-z0-9._-]{0,60}";
  private static final int NOTE_MAX = 255;
  private static final String TOKEN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final Map<String, String> typed = new LinkedHashMap<>();
  private final Map<String, String> problems = new LinkedHashMap<>();
  private final String token;
  private long points;
  private Instant expiresAt;

  Adjustment(
      String points, String reason, String batch, String expires, String note, String token) {
    typed.put("points", points.trim());
    typed.put("reason", reason.trim());
    typed.put("batch", batch.trim());
    typed.put("expires", expires.trim());
    typed.put("note", note.trim());
    this.token = token.trim();
  }

  /** Reads the form; says which fields cannot be used, each with a message key. */
  Adjustment read(ZoneId zone, Instant now) {
    readPoints();
    boolean known = false;
    for (PointsReason reason : PointsReason.values()) {
      known |= reason.name().equals(typed.get("reason"));
    }
    if (!known) {
      problems.put("reason", "PostPurchase_Problem_Choice");
    }
    if (!typed.get("batch").matches(BATCH)) {
      problems.put("batch", "PostPurchase_Problem_Batch");
    }
    readExpiry(zone, now);
    String note = typed.get("note");
    if (note.length() > NOTE_MAX || note.chars().anyMatch(Character::isISOControl)) {
      problems.put("note", "PostPurchase_Problem_Note");
    }
    if (!token.matches(TOKEN)) {
      problems.put("points", "PostPurchase_Problem_Token");
    }
    return this;
  }

  private void readPoints() {
    if (typed.get("points").matches(POINTS)) {
      points = Long.parseLong(typed.get("points"));
    }
    if (points == 0) {
      problems.put("points", "PostPurchase_Problem_Points");
    }
  }

  private void readExpiry(ZoneId zone, Instant now) {
    if (typed.get("expires").isEmpty()) {
      return;
    }
    try {
      expiresAt = LocalDate.parse(typed.get("expires")).plusDays(1).atStartOfDay(zone).toInstant();
    } catch (DateTimeParseException e) {
      problems.put("expires", "PostPurchase_Problem_Date");
      return;
    }
    if (points < 0) {
      problems.put("expires", "PostPurchase_Problem_ExpiryOfTaken");
    } else if (!expiresAt.isAfter(now)) {
      problems.put("expires", "PostPurchase_Problem_DatePast");
    }
  }

  Map<String, String> typed() {
    return typed;
  }

  Map<String, String> problems() {
    return problems;
  }

  long points() {
    return points;
  }

  /** Null for never. */
  Instant expiresAt() {
    return expiresAt;
  }

  /** Empty for none. */
  String note() {
    return typed.get("note");
  }

  PostingRequest request(long accountId, String actor) {
    return new PostingRequest(
        Verb.ADJUST,
        "adjust:" + accountId + ":" + token,
        0,
        typed.get("reason"),
        actor,
        typed.get("batch"));
  }

  /** For the audit row. */
  String inWords() {
    String batch = typed.get("batch").isEmpty() ? "" : " batch=" + typed.get("batch");
    String until = expiresAt == null ? "" : " until=" + typed.get("expires");
    return (points > 0 ? "+" : "") + points + " " + typed.get("reason") + batch + until;
  }
}
