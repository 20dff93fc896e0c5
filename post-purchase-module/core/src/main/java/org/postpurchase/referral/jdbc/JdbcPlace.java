package org.postpurchase.referral.jdbc;

import java.time.Instant;
import java.util.Optional;
import org.postpurchase.referral.IndexHistory;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** The place reached, in PP_TASK_PROGRESS. */
final class JdbcPlace implements IndexHistory.Place {
  /** With another number, earlier orders are read again: their keys are made otherwise. */
  private static final String TASK = "person-keys-2";

  private static final String DONE = "DONE";
  private static final String REACHED = "select REACHED_ID from PP_TASK_PROGRESS where TASK = ?";
  private static final String IS_DONE =
      "select count(*) from PP_TASK_PROGRESS where TASK = ? and REACHED_TEXT = ?";
  private static final String BEGIN =
      "insert into PP_TASK_PROGRESS (TASK, REACHED_ID, CHANGED_AT) values (?, ?, ?)";
  private static final String REACH =
      "update PP_TASK_PROGRESS set REACHED_ID = ?, REACHED_TEXT = ?, CHANGED_AT = ? where TASK = ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcPlace(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public Optional<Long> reached() {
    return jdbc.queryForList(REACHED, Long.class, TASK).stream().findFirst();
  }

  @Override
  public boolean isDone() {
    return jdbc.queryForObject(IS_DONE, Integer.class, TASK, DONE) > 0;
  }

  @Override
  public void reach(long orderId, boolean end, Instant now) {
    inserts.orKeep(BEGIN, TASK, orderId, Utc.param(now));
    jdbc.update(REACH, orderId, end ? DONE : "", Utc.param(now), TASK);
  }
}
