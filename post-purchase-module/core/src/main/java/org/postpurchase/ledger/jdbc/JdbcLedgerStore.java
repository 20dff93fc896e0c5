package org.postpurchase.ledger.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.postpurchase.ledger.Booking;
import org.postpurchase.ledger.LedgerQuery;
import org.postpurchase.ledger.LedgerSets;
import org.postpurchase.ledger.LedgerSnapshot;
import org.postpurchase.ledger.LedgerStore;
import org.postpurchase.ledger.PointsAccount;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.PointsPosting;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcLedgerStore implements LedgerStore {
  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final SqlDialect dialect;
  private final LedgerReads reads;
  private final LedgerWrites writes;
  private final LedgerSets sets;

  JdbcLedgerStore(JdbcTemplate jdbc, Inserts inserts, SqlDialect dialect) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.dialect = dialect;
    this.reads = new LedgerReads(jdbc, dialect);
    this.writes = new LedgerWrites(jdbc, dialect);
    this.sets = new JdbcLedgerSets(jdbc, inserts, dialect);
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
    return reads.lock(accountId);
  }

  @Override
  public long mergedIntoOf(long accountId) {
    return jdbc
        .query(LedgerSql.MERGED_INTO, (row, n) -> row.getLong("MERGED_INTO"), accountId)
        .stream()
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
  public List<PointsLot> openLots(long accountId, Instant usableAfter, int offset) {
    return lots(LedgerSql.OPEN_LOTS, accountId, Utc.param(usableAfter), PAGE, offset);
  }

  @Override
  public List<PointsLot> lotsWithPoints(long accountId) {
    return lots(LedgerSql.LOTS_WITH_POINTS, accountId);
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
  public LedgerSnapshot ask(LedgerQuery question) {
    return reads.ask(question);
  }

  @Override
  public LedgerSets sets() {
    return sets;
  }

  @Override
  public void save(Booking booking) {
    writes.save(booking);
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
  public List<DueLot> due(Instant now, DueLot after, int limit) {
    List<DueLot> found = new ArrayList<>();
    Instant last = after == null ? Instant.EPOCH : after.dueAt;
    if (after != null) {
      found.addAll(
          due(
              LedgerSql.DUE_TOO,
              Utc.param(last),
              after.accountId,
              after.accountId,
              after.lotNo,
              limit));
    }
    if (found.size() < limit) {
      found.addAll(due(LedgerSql.DUE_LATER, Utc.param(now), Utc.param(last), limit - found.size()));
    }
    return found;
  }

  private List<DueLot> due(String select, Object... args) {
    return jdbc.query(
        select,
        (row, n) ->
            new DueLot(row.getLong("ACCOUNT_ID"), row.getInt("LOT_NO"), LedgerRows.instant(row)),
        args);
  }

  @Override
  public void park(long accountId, boolean parked) {
    jdbc.update(parked ? LedgerSql.PARK : LedgerSql.UNPARK, accountId);
  }

  @Override
  public Optional<Instant> nextDueAfter(Instant moment) {
    return jdbc
        .query(LedgerSql.NEXT_DUE, (row, n) -> LedgerRows.instant(row), Utc.param(moment))
        .stream()
        .findFirst();
  }
}
