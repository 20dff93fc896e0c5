package org.postpurchase.ledger.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import org.postpurchase.ledger.ExpiringPoints;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds them by an index of what nobody has noticed. */
final class JdbcExpiringPoints implements ExpiringPoints {
  private static final String DUE = "select distinct OPEN_UNTIL, ACCOUNT_ID from PP_POINTS_LOT";
  private static final String UNNOTICED = DUE + " where NOTICED_AT is null";

  /** What is available is due when it expires. */
  private static final String NOTICED_BEFORE = DUE + " where NOTICED_AT < ?";

  /** Those of the same moment and those of later ones are found apart: thousands may share one. */
  private static final String TOO =
      " and OPEN_UNTIL = ? and ACCOUNT_ID > ? order by ACCOUNT_ID limit ?";

  private static final String LATER =
      " and OPEN_UNTIL > ? and OPEN_UNTIL <= ? order by OPEN_UNTIL, ACCOUNT_ID limit ?";
  private static final String DUE_TOO = " and DUE_AT = ?" + TOO;
  private static final String DUE_LATER = " and DUE_AT > ? and DUE_AT <= ?" + LATER;

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
    List<Due> found = new ArrayList<>();
    Instant last = last(after, from);
    if (last.equals(after.expiresAt)) {
      found.addAll(due(UNNOTICED + TOO, Utc.param(last), after.accountId, limit));
    }
    if (found.size() < limit) {
      found.addAll(due(UNNOTICED + LATER, Utc.param(last), Utc.param(until), limit - found.size()));
    }
    return found;
  }

  @Override
  public List<Due> noticedBefore(
      Instant moment, Due after, Instant from, Instant until, int limit) {
    List<Due> found = new ArrayList<>();
    Calendar last = Utc.param(last(after, from));
    Calendar before = Utc.param(moment);
    if (last(after, from).equals(after.expiresAt)) {
      found.addAll(due(NOTICED_BEFORE + DUE_TOO, before, last, last, after.accountId, limit));
    }
    if (found.size() < limit) {
      Calendar end = Utc.param(until);
      int room = limit - found.size();
      found.addAll(due(NOTICED_BEFORE + DUE_LATER, before, last, end, last, end, room));
    }
    return found;
  }

  private static Instant last(Due after, Instant from) {
    return after.expiresAt.isAfter(from) ? after.expiresAt : from;
  }

  private List<Due> due(String select, Object... args) {
    return jdbc.query(select, (row, n) -> due(row), args);
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
