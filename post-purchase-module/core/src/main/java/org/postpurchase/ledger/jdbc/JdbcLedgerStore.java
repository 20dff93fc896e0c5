package org.postpurchase.ledger.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.ledger.Booking;
import org.postpurchase.ledger.LedgerStore;
import org.postpurchase.ledger.PointsAccount;
import org.postpurchase.ledger.PointsHold;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.PointsPosting;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcLedgerStore implements LedgerStore {
  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final SqlDialect dialect;

  JdbcLedgerStore(JdbcTemplate jdbc, Inserts inserts, SqlDialect dialect) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.dialect = dialect;
  }

  @Override
  public long open(String programme, String ownerKey, Instant now) {
    Optional<Long> known = find(programme, ownerKey);
    if (known.isPresent()) {
      return known.get();
    }
    inserts.ifAbsent(LedgerSql.OPEN, ownerKey, programme, Utc.param(now), Utc.param(now));
    return jdbc.query(
            LedgerSql.FIND + dialect.latest(),
            (row, n) -> row.getLong("ACCOUNT_ID"),
            ownerKey,
            programme)
        .get(0);
  }

  @Override
  public Optional<Long> find(String programme, String ownerKey) {
    return jdbc
        .query(LedgerSql.FIND, (row, n) -> row.getLong("ACCOUNT_ID"), ownerKey, programme)
        .stream()
        .findFirst();
  }

  @Override
  public Optional<PointsAccount> lock(long accountId) {
    String select = LedgerSql.ONE_ACCOUNT;
    if (dialect == SqlDialect.HSQLDB) {
      jdbc.update(LedgerSql.LOCK, accountId);
    } else {
      select += " for update";
    }
    return jdbc.query(select, (row, n) -> LedgerRows.account(row), accountId).stream().findFirst();
  }

  @Override
  public long heirOf(long accountId) {
    return jdbc.query(LedgerSql.HEIR, (row, n) -> row.getLong("MERGED_INTO"), accountId).stream()
        .findFirst()
        .orElse(0L);
  }

  @Override
  public Optional<PointsPosting> posting(String programme, String key) {
    return jdbc
        .query(LedgerSql.POSTING_OF_KEY, (row, n) -> LedgerRows.posting(row), key, programme)
        .stream()
        .findFirst();
  }

  @Override
  public Optional<PointsPosting> postedMeanwhile(String programme, String key) {
    if (dialect.latest().isEmpty()) {
      return Optional.empty();
    }
    return jdbc
        .query(
            LedgerSql.POSTING_OF_KEY + dialect.latest(),
            (row, n) -> LedgerRows.posting(row),
            key,
            programme)
        .stream()
        .findFirst();
  }

  @Override
  public List<PointsLot> openLots(long accountId, Instant usableAfter, int limit, int offset) {
    return lots(LedgerSql.OPEN_LOTS, accountId, Utc.param(usableAfter), limit, offset);
  }

  @Override
  public List<PointsLot> lotsWithPoints(long accountId) {
    return lots(LedgerSql.LOTS_WITH_POINTS, accountId);
  }

  @Override
  public Optional<PointsLot> lot(long accountId, int lotNo) {
    return lots(LedgerSql.ONE_LOT, accountId, lotNo).stream().findFirst();
  }

  @Override
  public List<PointsLot> lots(long accountId, Collection<Integer> lotNos) {
    if (lotNos.isEmpty()) {
      return Collections.emptyList();
    }
    List<Object> args = new ArrayList<>();
    args.add(accountId);
    args.addAll(lotNos);
    String marks = String.join(", ", Collections.nCopies(lotNos.size(), "?"));
    return lots(
        LedgerSql.LOT + " where ACCOUNT_ID = ? and LOT_NO in (" + marks + ") order by LOT_NO",
        args.toArray());
  }

  @Override
  public List<PointsLot> movedFrom(long accountId, int lotNo) {
    int last = lotNo == 0 ? Integer.MAX_VALUE : lotNo;
    return lots(LedgerSql.MOVED_FROM, accountId, lotNo, last);
  }

  private List<PointsLot> lots(String select, Object... args) {
    return jdbc.query(select + dialect.latest(), (row, n) -> LedgerRows.lot(row), args);
  }

  @Override
  public Optional<Long> accountOfHold(String programme, String holdKey) {
    return jdbc
        .query(LedgerSql.HOLD_OF_KEY, (row, n) -> row.getLong("ACCOUNT_ID"), holdKey, programme)
        .stream()
        .findFirst();
  }

  @Override
  public Optional<PointsHold> hold(String programme, String holdKey) {
    return jdbc
        .query(
            LedgerSql.HOLD_OF_KEY + dialect.latest(),
            (row, n) -> LedgerRows.hold(row, Collections.emptyList()),
            holdKey,
            programme)
        .stream()
        .findFirst()
        .map(hold -> hold.with(parts(hold)));
  }

  private List<PointsHold.Part> parts(PointsHold hold) {
    return jdbc.query(
        LedgerSql.PARTS + dialect.latest(),
        (row, n) ->
            new PointsHold.Part(
                row.getInt("LOT_NO"), row.getLong("POINTS"), row.getLong("RESTORED")),
        hold.accountId,
        hold.holdNo);
  }

  @Override
  public void save(Booking booking) {
    PointsAccount a = booking.account;
    add(booking.posting());
    batch(
        LedgerSql.ADD_LOT,
        booking.newLots().stream().map(LedgerRows::newLot).collect(Collectors.toList()));
    batch(
        LedgerSql.SAVE_LOT,
        booking.changedLots().stream().map(LedgerRows::changedLot).collect(Collectors.toList()));
    batch(
        LedgerSql.ADD_ENTRY,
        booking.entries().stream().map(LedgerRows::values).collect(Collectors.toList()));
    if (booking.hold() != null) {
      save(booking.hold(), booking.isNewHold());
    }
    int rows =
        jdbc.update(
            LedgerSql.SAVE_ACCOUNT,
            a.pending(),
            a.available(),
            a.held(),
            a.shortfall(),
            a.postingNo(),
            a.entryNo(),
            a.lotNo(),
            a.holdNo(),
            a.headHash(),
            a.mergedInto(),
            Utc.param(booking.now),
            a.accountId,
            booking.firstPostingNo);
    if (rows != 1) {
      throw new OptimisticLockingFailureException(
          "Points account " + a.accountId + " moved while it was locked");
    }
  }

  /** Where a transaction reads from a snapshot, the same key may have been posted after it. */
  private void add(PointsPosting posting) {
    try {
      jdbc.update(LedgerSql.ADD_POSTING, LedgerRows.values(posting));
    } catch (RuntimeException e) {
      if (SqlDialect.isTaken(e)) {
        throw new OptimisticLockingFailureException(
            "The posting " + posting.key + " was written by somebody else meanwhile", e);
      }
      throw e;
    }
  }

  private void save(PointsHold hold, boolean isNew) {
    if (isNew) {
      jdbc.update(
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
      batch(LedgerSql.ADD_PART, rows);
      return;
    }
    jdbc.update(
        LedgerSql.SAVE_HOLD,
        hold.state().name(),
        hold.restored(),
        Utc.param(hold.finishedAt()),
        hold.accountId,
        hold.holdNo);
    batch(
        LedgerSql.SAVE_PART,
        hold.parts.stream()
            .filter(part -> part.restored() > 0)
            .map(part -> new Object[] {part.restored(), hold.accountId, hold.holdNo, part.lotNo})
            .collect(Collectors.toList()));
  }

  private void batch(String sql, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    int[] counts =
        rows.size() == 1 ? new int[] {jdbc.update(sql, rows.get(0))} : jdbc.batchUpdate(sql, rows);
    for (int count : counts) {
      if (count == 0) {
        throw new OptimisticLockingFailureException("A row was not there any more: " + sql);
      }
    }
  }

  @Override
  public void saveLot(PointsLot lot) {
    jdbc.update(LedgerSql.SAVE_LOT, LedgerRows.changedLot(lot));
  }

  @Override
  public boolean setFrozen(long accountId, boolean frozen, Instant now) {
    String state = frozen ? "FROZEN" : "ACTIVE";
    return jdbc.update(LedgerSql.SET_STATE, state, Utc.param(now), accountId, state) == 1;
  }

  @Override
  public List<DueLot> due(Instant now, int limit) {
    return jdbc.query(
        LedgerSql.DUE,
        (row, n) -> new DueLot(row.getLong("ACCOUNT_ID"), row.getInt("LOT_NO")),
        Utc.param(now),
        limit);
  }

  @Override
  public void park(long accountId, boolean parked) {
    jdbc.update(parked ? LedgerSql.PARK : LedgerSql.UNPARK, accountId);
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return jdbc.query(LedgerSql.NEXT_DUE, (row, n) -> LedgerRows.instant(row)).stream().findFirst();
  }
}
