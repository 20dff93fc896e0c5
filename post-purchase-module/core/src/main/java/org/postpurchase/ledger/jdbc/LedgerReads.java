package org.postpurchase.ledger.jdbc;

import java.util.Collections;
import java.util.Optional;
import org.postpurchase.ledger.LedgerQuery;
import org.postpurchase.ledger.LedgerSnapshot;
import org.postpurchase.ledger.LedgerStore;
import org.postpurchase.ledger.PointsAccount;
import org.postpurchase.ledger.PointsHold;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.PointsPosting;
import org.postpurchase.shared.jdbc.RoundTrip;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Locks an account and reads beside it. The lock comes first and by itself: what a statement joins
 * to a row it had to wait for is as old as the statement.
 */
final class LedgerReads {
  private final JdbcTemplate jdbc;
  private final SqlDialect dialect;

  LedgerReads(JdbcTemplate jdbc, SqlDialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
  }

  Optional<PointsAccount> lock(long accountId) {
    RoundTrip trip = new RoundTrip(jdbc, dialect);
    RoundTrip.Found<PointsAccount> account = lock(trip, LedgerSql.BY_NUMBER, accountId);
    trip.send();
    return account.first();
  }

  LedgerSnapshot ask(LedgerQuery q) {
    RoundTrip trip = new RoundTrip(jdbc, dialect);
    RoundTrip.Found<PointsAccount> account =
        q.by == LedgerQuery.By.NUMBER
            ? lock(trip, LedgerSql.BY_NUMBER, q.accountId)
            : lock(trip, by(q.by), q.name, q.programme);
    RoundTrip.Found<PointsPosting> before = q.postingKey.isEmpty() ? null : before(trip, q);
    RoundTrip.Found<PointsLot> lots = lots(trip, q);
    RoundTrip.Found<PointsHold> hold = null;
    RoundTrip.Found<PointsHold.Part> parts = null;
    if (q.by == LedgerQuery.By.HOLD) {
      hold =
          trip.select(
              LedgerSql.HOLD_OF_KEY + dialect.latest(),
              (row, n) -> LedgerRows.hold(row, Collections.emptyList()),
              q.name,
              q.programme);
      parts =
          trip.select(
              LedgerSql.PARTS_OF_HOLD + dialect.latest(),
              (row, n) -> LedgerRows.part(row),
              q.name,
              q.programme);
    }
    trip.send();
    return new LedgerSnapshot(
        account.first(),
        before == null ? Optional.empty() : before.first(),
        lots == null ? Collections.emptyList() : lots.all(),
        hold == null ? Optional.empty() : with(hold, parts));
  }

  private static Optional<PointsHold> with(
      RoundTrip.Found<PointsHold> hold, RoundTrip.Found<PointsHold.Part> parts) {
    return hold.first().map(h -> h.with(parts.all()));
  }

  private static String by(LedgerQuery.By by) {
    return by == LedgerQuery.By.OWNER ? LedgerSql.BY_OWNER : LedgerSql.BY_HOLD;
  }

  private RoundTrip.Found<PointsAccount> lock(RoundTrip trip, String which, Object... args) {
    String select = LedgerSql.ACCOUNT + " where " + which;
    if (dialect == SqlDialect.HSQLDB) {
      jdbc.update(LedgerSql.LOCK + which, args);
    } else {
      select += " for update";
    }
    return trip.select(select, (row, n) -> LedgerRows.account(row), args);
  }

  private static RoundTrip.Found<PointsPosting> before(RoundTrip trip, LedgerQuery q) {
    boolean numbered = q.by == LedgerQuery.By.NUMBER;
    return trip.select(
        numbered ? LedgerSql.POSTING_OF_ACCOUNT : LedgerSql.POSTING_OF_KEY,
        (row, n) -> LedgerRows.posting(row),
        q.postingKey,
        numbered ? (Object) q.accountId : q.programme);
  }

  private RoundTrip.Found<PointsLot> lots(RoundTrip trip, LedgerQuery q) {
    if (q.by == LedgerQuery.By.HOLD) {
      return lots(trip, LedgerSql.LOTS_OF_HOLD, q.name, q.programme);
    }
    if (q.lotNo != 0) {
      return lots(trip, LedgerSql.ONE_LOT, q.accountId, q.lotNo);
    }
    return q.usableAfter == null
        ? null
        : lots(
            trip, LedgerSql.OPEN_LOTS, q.accountId, Utc.param(q.usableAfter), LedgerStore.PAGE, 0);
  }

  private RoundTrip.Found<PointsLot> lots(RoundTrip trip, String select, Object... args) {
    return trip.select(select + dialect.latest(), (row, n) -> LedgerRows.lot(row), args);
  }
}
