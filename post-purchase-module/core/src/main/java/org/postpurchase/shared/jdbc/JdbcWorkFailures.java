package org.postpurchase.shared.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.postpurchase.shared.WorkFailure;
import org.postpurchase.shared.WorkFailureStore;
import org.springframework.jdbc.core.JdbcTemplate;

/** Failed items as rows of PP_WORK_FAILURE. */
public final class JdbcWorkFailures implements WorkFailureStore {
  private static final String SELECT =
      "select WORKER, ITEM_KEY, ATTEMPTS, FAILED_AT, NEXT_AT, STATE, REASON from PP_WORK_FAILURE";
  private static final String ONE = " where WORKER = ? and ITEM_KEY = ?";
  private static final String INSERT =
      "insert into PP_WORK_FAILURE (WORKER, ITEM_KEY, ATTEMPTS, FAILED_AT, NEXT_AT, STATE, REASON)"
          + " values (?, ?, ?, ?, ?, ?, ?)";
  private static final String UPDATE =
      "update PP_WORK_FAILURE set ATTEMPTS = ?, NEXT_AT = ?, STATE = ?, REASON = ?"
          + ONE
          + " and ATTEMPTS = ? and STATE = 'RESTING'";
  private static final String FORGET = "delete from PP_WORK_FAILURE" + ONE;
  private static final String DUE_AGAIN =
      "update PP_WORK_FAILURE set STATE = 'RESTING', ATTEMPTS = 0, NEXT_AT = ?";
  private static final String UNBLOCK = DUE_AGAIN + ONE + " and STATE = 'BLOCKED'";
  private static final String UNBLOCK_ALL = DUE_AGAIN + " where STATE = 'BLOCKED'";
  private static final String LIST =
      SELECT + " where STATE = ? order by FAILED_AT, WORKER, ITEM_KEY limit ? offset ?";
  private static final String COUNT = "select count(*) from PP_WORK_FAILURE where STATE = ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  public JdbcWorkFailures(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public List<WorkFailure> of(String worker) {
    return jdbc.query(SELECT + " where WORKER = ?", (row, n) -> failure(row), worker);
  }

  @Override
  public void save(WorkFailure before, WorkFailure after) {
    if (before == null) {
      inserts.ifAbsent(
          INSERT,
          after.worker,
          after.item,
          after.attempts,
          Utc.param(after.since),
          Utc.param(after.nextAt),
          state(after.blocked),
          after.reason);
    } else {
      jdbc.update(
          UPDATE,
          after.attempts,
          Utc.param(after.nextAt),
          state(after.blocked),
          after.reason,
          after.worker,
          after.item,
          before.attempts);
    }
  }

  @Override
  public void forget(String worker, String item) {
    jdbc.update(FORGET, worker, item);
  }

  @Override
  public boolean unblock(String worker, String item, Instant now) {
    return jdbc.update(UNBLOCK, Utc.param(now), worker, item) == 1;
  }

  @Override
  public int unblockAll(Instant now) {
    return jdbc.update(UNBLOCK_ALL, Utc.param(now));
  }

  @Override
  public List<WorkFailure> list(boolean blocked, int limit, int offset) {
    return jdbc.query(LIST, (row, n) -> failure(row), state(blocked), limit, offset);
  }

  @Override
  public int count(boolean blocked) {
    return jdbc.queryForObject(COUNT, Integer.class, state(blocked));
  }

  private static String state(boolean blocked) {
    return blocked ? "BLOCKED" : "RESTING";
  }

  private static WorkFailure failure(ResultSet row) throws SQLException {
    return new WorkFailure(
        row.getString("WORKER"),
        row.getString("ITEM_KEY"),
        row.getInt("ATTEMPTS"),
        Utc.instant(row, "FAILED_AT"),
        Utc.instant(row, "NEXT_AT"),
        "BLOCKED".equals(row.getString("STATE")),
        Columns.text(row, "REASON"));
  }
}
