package org.postpurchase.analytics.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.postpurchase.analytics.Work;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts what waits for people, in one statement. Each part stops at a bound, so that a backlog
 * costs no more than a page of it, and is found by an index that begins with the state.
 */
final class WaitingWork {
  private static final int BOUND = 1001;
  private static final Duration LATE = Duration.ofMinutes(1);
  private static final Duration FAILED = Duration.ofDays(7);

  private final JdbcTemplate jdbc;

  WaitingWork(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Map<Work, Long> count(Instant now) {
    Parts parts = new Parts();
    parts.add(Work.CASES_OPEN, "PP_CASE where STATE in ('OPEN', 'WAITING')");
    parts.add(Work.CASES_LATE, "PP_CASE where STATE = 'OPEN' and DUE_AT < ?", now);
    parts.add(Work.REFERRALS_HELD, "PP_REFERRAL where STATE = 'HELD'");
    parts.add(Work.REVIEWS_WAITING, "PP_REVIEW where STATE = 'WAITING'");
    parts.add(Work.MESSAGES_UNCERTAIN, "PP_MESSAGE where STATE = 'UNCERTAIN'");
    parts.add(
        Work.MESSAGES_DUE, "PP_MESSAGE where STATE = 'QUEUED' and DUE_AT < ?", now.minus(LATE));
    parts.add(
        Work.MESSAGES_FAILED,
        "PP_MESSAGE where STATE = 'FAILED' and QUEUED_AT >= ?",
        now.minus(FAILED));
    parts.add(Work.STEPS_PARKED, "PP_STEP_EXECUTION where STATE = 'PARKED'");
    parts.add(Work.EVENTS_BLOCKED, "PP_OUTBOX where STATE = 'BLOCKED'");
    parts.add(Work.WORK_BLOCKED, "PP_WORK_FAILURE where STATE = 'BLOCKED'");
    parts.add(Work.STAFF_TASKS, "PP_STAFF_TASK where STATE = 'OPEN'");
    parts.add(Work.ADJUSTMENTS, "PP_POINTS_REQUEST where STATE = 'WAITING'");
    Map<Work, Long> work = new EnumMap<>(Work.class);
    jdbc.query(
        parts.sql.toString(),
        row -> {
          work.put(Work.valueOf(row.getString("KIND").trim()), row.getLong("N"));
        },
        parts.args.toArray());
    return work;
  }

  private static final class Parts {
    final StringJoiner sql = new StringJoiner(" union all ");
    final List<Object> args = new ArrayList<>();

    void add(Work kind, String from, Instant... moments) {
      sql.add(
          String.format(
              "select '%1$s' as KIND, count(*) as N from (select 1 as ONE from %2$s limit %3$d)"
                  + " ROWS_%1$s",
              kind, from, BOUND));
      for (Instant moment : moments) {
        args.add(Utc.param(moment));
      }
    }
  }
}
