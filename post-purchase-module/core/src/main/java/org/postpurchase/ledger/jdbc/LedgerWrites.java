package org.postpurchase.ledger.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postpurchase.ledger.Booking;
import org.postpurchase.ledger.PointsHold;
import org.postpurchase.shared.jdbc.RoundTrip;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes all of a posting and what it changed. */
final class LedgerWrites {
  private final JdbcTemplate jdbc;
  private final SqlDialect dialect;

  LedgerWrites(JdbcTemplate jdbc, SqlDialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
  }

  /** Where a transaction reads from a snapshot, the same key may have been posted after it. */
  void save(Booking booking) {
    RoundTrip trip = new RoundTrip(jdbc, dialect);
    trip.change(LedgerSql.ADD_POSTING, LedgerRows.values(booking.posting()));
    trip.change(LedgerSql.ADD_LOT, rows(booking.newLots(), LedgerRows::newLot));
    trip.change(LedgerSql.SAVE_LOT, rows(booking.changedLots(), LedgerRows::changedLot));
    trip.change(LedgerSql.ADD_ENTRY, rows(booking.entries(), LedgerRows::values));
    if (booking.hold() != null) {
      save(trip, booking.hold(), booking.isNewHold());
    }
    saveAccount(trip, booking);
    try {
      trip.send();
    } catch (RuntimeException e) {
      if (SqlDialect.isTaken(e)) {
        throw new OptimisticLockingFailureException(
            "The posting " + booking.posting().key + " was written by somebody else meanwhile", e);
      }
      throw e;
    }
  }

  private static void saveAccount(RoundTrip trip, Booking booking) {
    trip.change(LedgerSql.SAVE_ACCOUNT, LedgerRows.changedAccount(booking));
  }

  private static void save(RoundTrip trip, PointsHold hold, boolean isNew) {
    if (isNew) {
      trip.change(
          LedgerSql.ADD_HOLD,
          hold.accountId,
          hold.holdNo,
          hold.programme,
          hold.holdKey,
          hold.orderId,
          hold.points,
          hold.restored(),
          hold.state().name(),
          Utc.param(hold.createdAt),
          Utc.param(hold.expiresAt),
          Utc.param(hold.finishedAt()));
      List<Object[]> rows = new ArrayList<>();
      for (PointsHold.Part part : hold.parts) {
        rows.add(
            new Object[] {
              hold.accountId, hold.holdNo, part.lotNo, part.points, part.restored(), rows.size() + 1
            });
      }
      trip.change(LedgerSql.ADD_PART, rows);
      return;
    }
    trip.change(
        LedgerSql.SAVE_HOLD,
        hold.state().name(),
        hold.restored(),
        Utc.param(hold.finishedAt()),
        hold.accountId,
        hold.holdNo);
    trip.change(
        LedgerSql.SAVE_PART,
        hold.parts.stream()
            .filter(part -> part.restored() > 0)
            .map(part -> new Object[] {part.restored(), hold.accountId, hold.holdNo, part.lotNo})
            .collect(Collectors.toList()));
  }

  private static <T> List<Object[]> rows(Collection<T> all, Function<T, Object[]> row) {
    return all.stream().map(row).collect(Collectors.toList());
  }
}
