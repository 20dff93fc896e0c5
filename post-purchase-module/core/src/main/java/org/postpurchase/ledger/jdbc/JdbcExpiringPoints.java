package org.postpurchase.ledger.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postpurchase.ledger.ExpiringPoints;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds them by an index of what nobody has noticed. */
final class JdbcExpiringPoints implements ExpiringPoints {
  private static final String DUE = "select distinct OPEN_UNTIL, ACCOUNT_ID from PP_POINTS_LOT";
  private static final String PAGE =
      " and OPEN_UNTIL > ? and OPEN_UNTIL <= ? and OPEN_UNTIL >= ? and (OPEN_UNTIL > ? or"
          + " ACCOUNT_ID > ?) order by OPEN_UNTIL, ACCOUNT_ID limit ?";
  private static final String UNNOTICED = DUE + " where NOTICED_AT is null" + PAGE;

  /** What is available is due when it expires. */
  private static final String NOTICED_BEFORE =
      DUE + " where NOTICED_AT < ? and DUE_AT > ? and DUE_AT <= ?" + PAGE;

  private static final String NOTICE =
      "update PP_POINTS_LOT set NOTICED_AT = ? where ACCOUNT_ID = ? and OPEN_UNTIL = ?"
          + " and (NOTICED_AT is null or NOTICED_AT < ?)";
  private static final String FIRST =
      "select OPEN_UNTIL from PP_POINTS_LOT where NOTICED_AT is null and OPEN_UNTIL > ?"
          + " order by OPEN_UNTIL limit 1";
  private static final String LOTS =
      LedgerSql.LOT + " where ACCOUNT_ID = ? and OPEN_UNTIL = ? order by LOT_NO";

  private final JdbcTemplate jdbc;

  JdbcExpiringPoints(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Due> unnoticed(Due after, Instant from, Instant until, int limit) {
    return jdbc.query(
        UNNOTICED,
        (row, n) -> due(row),
        Utc.param(from),
        Utc.param(until),
        Utc.param(after.expiresAt),
        Utc.param(after.expiresAt),
        after.accountId,
        limit);
  }

  @Override
  public List<Due> noticedBefore(
      Instant moment, Due after, Instant from, Instant until, int limit) {
    return jdbc.query(
        NOTICED_BEFORE,
        (row, n) -> due(row),
        Utc.param(moment),
        Utc.param(from),
        Utc.param(until),
        Utc.param(from),
        Utc.param(until),
        Utc.param(after.expiresAt),
        Utc.param(after.expiresAt),
        after.accountId,
        limit);
  }

  @Override
  public List<Due> notice(List<Due> all, Instant since, Instant now) {
    List<Object[]> rows = new ArrayList<>();
    for (Due due : all) {
      rows.add(
          new Object[] {Utc.param(now), due.accountId, Utc.param(due.expiresAt), Utc.param(since)});
    }
    List<Due> noticed = new ArrayList<>();
    if (!rows.isEmpty()) {
      int[] changed = jdbc.batchUpdate(NOTICE, rows);
      for (int i = 0; i < changed.length; i++) {
        if (changed[i] > 0) {
          noticed.add(all.get(i));
        }
      }
    }
    return noticed;
  }

  @Override
  public Optional<Instant> firstUnnoticed(Instant after) {
    return jdbc.query(FIRST, (row, n) -> Utc.instant(row, "OPEN_UNTIL"), Utc.param(after)).stream()
        .findFirst();
  }

  @Override
  public List<PointsLot> lots(long accountId, Instant expiresAt) {
    return jdbc.query(LOTS, (row, n) -> LedgerRows.lot(row), accountId, Utc.param(expiresAt));
  }

  private static Due due(ResultSet row) throws SQLException {
    return new Due(row.getLong("ACCOUNT_ID"), Utc.instant(row, "OPEN_UNTIL"));
  }
}
