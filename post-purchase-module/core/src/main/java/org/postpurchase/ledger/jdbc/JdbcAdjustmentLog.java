package org.postpurchase.ledger.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.ledger.AdjustmentLog;
import org.postpurchase.ledger.StaffMember;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adjustments in PP_POINTS_ADJUSTMENT, the people who made them in PP_POINTS_STAFF. */
final class JdbcAdjustmentLog implements AdjustmentLog {
  private static final String NEW_STAFF =
      "insert into PP_POINTS_STAFF (STAFF_ID, LOGIN, SEEN_AT) values (?, ?, ?)";
  private static final String LOCK =
      "update PP_POINTS_STAFF set LOGIN = ?, SEEN_AT = ? where STAFF_ID = ?";
  private static final String SUM =
      "select coalesce(sum(abs(POINTS)), 0) from PP_POINTS_ADJUSTMENT where ADJUSTED_AT > ? and COUNTS = 1";
  private static final String MOVED_BY = SUM + " and STAFF_ID = ?";
  private static final String MOVED_ON =
      SUM
          + " and ACCOUNT_ID in (select ACCOUNT_ID from PP_POINTS_ACCOUNT where ACCOUNT_ID = ? or MERGED_INTO = ?)";
  private static final String IS_POSTED =
      "select count(*) from PP_POINTS_POSTING where POSTING_KEY = ?";
  private static final String ADD =
      "insert into PP_POINTS_ADJUSTMENT (ACCOUNT_ID, POSTING_NO, STAFF_ID, LOGIN, POINTS, COUNTS, NOTE,"
          + " UNDONE_ACCOUNT_ID, UNDONE_POSTING_NO, ADJUSTED_AT) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String ROWS =
      "select ACCOUNT_ID, POSTING_NO, STAFF_ID, LOGIN, POINTS, COUNTS, NOTE, UNDONE_ACCOUNT_ID, UNDONE_POSTING_NO,"
          + " ADJUSTED_AT from PP_POINTS_ADJUSTMENT where ACCOUNT_ID = ? and POSTING_NO between ? and ?";
  private static final String UNDONE =
      "select UNDONE_POSTING_NO from PP_POINTS_ADJUSTMENT where UNDONE_ACCOUNT_ID = ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcAdjustmentLog(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public void lock(StaffMember by, Instant now) {
    if (!by.isKnown()) {
      throw new IllegalArgumentException(
          "Points are moved by people whom the admin knows by an id; '" + by.login + "' has none.");
    }
    if (jdbc.update(LOCK, by.login, Utc.param(now), by.id) == 0) {
      inserts.orKeep(NEW_STAFF, by.id, by.login, Utc.param(now));
      jdbc.update(LOCK, by.login, Utc.param(now), by.id);
    }
  }

  @Override
  public long movedBy(StaffMember by, Instant after) {
    return jdbc.queryForObject(MOVED_BY, Long.class, Utc.param(after), by.id);
  }

  @Override
  public long movedOn(long accountId, Instant after) {
    return jdbc.queryForObject(MOVED_ON, Long.class, Utc.param(after), accountId, accountId);
  }

  @Override
  public boolean isPosted(String key) {
    return jdbc.queryForObject(IS_POSTED, Integer.class, key) > 0;
  }

  @Override
  public void add(Row row) {
    jdbc.update(
        ADD,
        row.accountId,
        row.postingNo,
        row.by.id,
        row.by.login,
        row.points,
        row.counts ? 1 : 0,
        row.note,
        row.undone.accountId,
        row.undone.postingNo,
        Utc.param(row.at));
  }

  @Override
  public Optional<Row> find(long accountId, long postingNo) {
    return rows(accountId, postingNo, postingNo).stream().findFirst();
  }

  @Override
  public List<Row> rows(long accountId, long fromPostingNo, long toPostingNo) {
    return jdbc.query(ROWS, (row, n) -> row(row), accountId, fromPostingNo, toPostingNo);
  }

  @Override
  public Set<Long> undone(long accountId) {
    return new HashSet<>(jdbc.queryForList(UNDONE, Long.class, accountId));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("ACCOUNT_ID"),
        row.getLong("POSTING_NO"),
        row.getLong("POINTS"),
        new StaffMember(row.getLong("STAFF_ID"), Columns.text(row, "LOGIN")),
        row.getInt("COUNTS") == 1,
        Columns.text(row, "NOTE"),
        new Undone(row.getLong("UNDONE_ACCOUNT_ID"), row.getLong("UNDONE_POSTING_NO")),
        Utc.instant(row, "ADJUSTED_AT"));
  }
}
