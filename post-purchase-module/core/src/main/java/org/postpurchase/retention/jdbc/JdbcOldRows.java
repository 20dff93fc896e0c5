package org.postpurchase.retention.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.retention.OldRows;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** Selects the keys of a batch first, since no two databases limit a delete alike. */
final class JdbcOldRows implements OldRows {
  /** Links of versions whose tokens name their message live that long. */
  private static final Duration LINKS_LIVE = Duration.ofDays(730);

  private static final Map<Kind, Rows> ROWS = new EnumMap<>(Kind.class);

  static {
    ROWS.put(
        Kind.MESSAGES,
        new Rows(
            "PP_MESSAGE m",
            "m.MESSAGE_ID",
            "m.STATE in ('SENT', 'CANCELLED', 'FAILED') and m.FINISHED_AT < ?"
                + " and (m.FINISHED_AT < ? or m.STATE = 'CANCELLED' or not ("
                + contains("/post-purchase/unsubscribe/u.")
                + " or (m.PURPOSE = 'MARKETING' and not ("
                + contains("/post-purchase/unsubscribe/su.")
                + "))))",
            true));
    ROWS.put(
        Kind.OUTBOX,
        new Rows(
            "PP_OUTBOX o",
            "o.OUTBOX_ID",
            "o.STATE = 'DONE' and o.HANDLER <> 'intake' and o.FINISHED_AT < ?",
            false));
    ROWS.put(
        Kind.DECISIONS,
        new Rows(
            "PP_TOUCH_DECISION d",
            "d.DECISION_ID",
            "d.DECIDED_AT < ? and not exists (select 1 from PP_ENROLLMENT e"
                + " where e.ENROLLMENT_ID = d.ENROLLMENT_ID and e.STATE = 'ACTIVE')",
            false));
    ROWS.put(
        Kind.CHECKOUT_ANSWERS,
        new Rows("PP_CHECKOUT_ANSWER a", "a.ORDER_ID", "a.ANSWERED_AT < ?", false));
    ROWS.put(
        Kind.PROVIDER_EVENTS,
        new Rows("PP_PROVIDER_EVENT p", "p.EVENT_ID", "p.RECORDED_AT < ?", false));
    ROWS.put(
        Kind.CLICKS,
        new Rows(
            "PP_CLICK c",
            "c.MESSAGE_ID",
            "c.CLICKED_AT < ? and not exists (select 1 from PP_CLICK n where n.MESSAGE_ID ="
                + " c.MESSAGE_ID and n.CLICKED_AT > c.CLICKED_AT)",
            false));
    ROWS.put(Kind.TEXTS, new Rows("PP_SMS s", "s.SMS_ID", "s.CHANGED_AT < ?", false));
  }

  private final JdbcTemplate jdbc;

  JdbcOldRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Which rows of which table. */
  private static final class Rows {
    final String count;
    final String select;
    final String delete;
    final boolean hasLinks;

    Rows(String from, String key, String condition, boolean hasLinks) {
      String where = " from " + from + " where " + condition;
      this.count = "select count(*)" + where;
      this.select = "select " + key + where + " order by " + key + " limit ?";
      this.delete =
          "delete from "
              + from.substring(0, from.indexOf(' '))
              + " where "
              + key.substring(key.indexOf('.') + 1)
              + " in (%s)";
      this.hasLinks = hasLinks;
    }

    List<Object> values(Instant before) {
      List<Object> values = new ArrayList<>();
      values.add(Utc.param(before));
      if (hasLinks) {
        values.add(Utc.param(before.minus(LINKS_LIVE)));
      }
      return values;
    }
  }

  private static String contains(String text) {
    return Arrays.asList("m.TEXT_BODY", "m.HTML_BODY").stream()
        .map(body -> "coalesce(" + body + ", '') like '%" + text + "%'")
        .reduce((one, other) -> one + " or " + other)
        .get();
  }

  @Override
  public long count(Kind kind, Instant before) {
    Rows rows = ROWS.get(kind);
    return jdbc.queryForObject(rows.count, Long.class, rows.values(before).toArray());
  }

  @Override
  public int delete(Kind kind, Instant before, int limit) {
    Rows rows = ROWS.get(kind);
    List<Object> values = rows.values(before);
    values.add(limit);
    List<Long> keys = jdbc.queryForList(rows.select, Long.class, values.toArray());
    if (keys.isEmpty()) {
      return 0;
    }
    String marks = String.join(", ", Collections.nCopies(keys.size(), "?"));
    jdbc.update(String.format(rows.delete, marks), keys.toArray());
    return keys.size();
  }
}
