package org.postpurchase.ledger.jdbc;

import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.postpurchase.ledger.Booking;
import org.postpurchase.ledger.LedgerSets;
import org.postpurchase.ledger.LedgerStore;
import org.postpurchase.ledger.PointsAccount;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.PointsPosting;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The ledger's rows in sets. */
final class JdbcLedgerSets implements LedgerSets {
  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final SqlDialect dialect;
  private final RowSets rows;

  JdbcLedgerSets(JdbcTemplate jdbc, Inserts inserts, SqlDialect dialect) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.dialect = dialect;
    this.rows = new RowSets(jdbc, dialect);
  }

  @Override
  public List<Owner> find(String programme, Collection<String> ownerKeys) {
    return rows.select(
        LedgerSql.OWNERS,
        ownerKeys,
        (row, n) ->
            new Owner(
                row.getString("OWNER_KEY"), row.getLong("ACCOUNT_ID"), row.getLong("MERGED_INTO")),
        programme);
  }

  @Override
  public void open(String programme, Collection<String> ownerKeys, Instant now) {
    inserts.allIfAbsent(
        LedgerSql.OPEN,
        new TreeSet<>(ownerKeys)
            .stream()
                .map(owner -> new Object[] {owner, programme, Utc.param(now), Utc.param(now)})
                .collect(toList()));
  }

  @Override
  public List<PointsAccount> lock(Collection<Long> accountIds) {
    return lock(accountIds, "");
  }

  @Override
  public List<PointsAccount> lockFree(Collection<Long> accountIds) {
    return lock(accountIds, dialect.canSkipLocked() ? " skip locked" : "");
  }

  private List<PointsAccount> lock(Collection<Long> accountIds, String how) {
    TreeSet<Long> ascending = new TreeSet<>(accountIds);
    String end = " order by ACCOUNT_ID";
    if (dialect == SqlDialect.HSQLDB) {
      for (Long account : ascending) {
        jdbc.update(LedgerSql.LOCK + LedgerSql.BY_NUMBER, account);
      }
    } else {
      end += " for update" + how;
    }
    return rows.select(
        LedgerSql.ACCOUNT + " where " + LedgerSql.BY_NUMBERS + end,
        ascending,
        (row, n) -> LedgerRows.account(row));
  }

  @Override
  public Set<Long> existing(Collection<Long> accountIds) {
    return new HashSet<>(
        rows.select(
            LedgerSql.EXISTING, new TreeSet<>(accountIds), (row, n) -> row.getLong("ACCOUNT_ID")));
  }

  @Override
  public Map<Long, List<PointsLot>> maturingAfter(Collection<Long> accountIds, Instant moment) {
    Map<Long, Long> mergedIntoOf = new LinkedHashMap<>();
    new TreeSet<>(accountIds).forEach(account -> mergedIntoOf.put(account, account));
    Collection<Long> level = new ArrayList<>(mergedIntoOf.keySet());
    while (!level.isEmpty()) {
      Map<Long, Long> next = new LinkedHashMap<>();
      rows.select(
          LedgerSql.TAKEN_OVER,
          level,
          (row, n) -> next.put(row.getLong("ACCOUNT_ID"), row.getLong("MERGED_INTO")));
      next.forEach((account, into) -> mergedIntoOf.put(account, mergedIntoOf.get(into)));
      level = next.keySet();
    }
    Map<Long, List<PointsLot>> lots = new HashMap<>();
    rows.select(
            LedgerSql.ALL_MATURING_AFTER,
            mergedIntoOf.keySet(),
            (row, n) -> LedgerRows.lot(row),
            Utc.param(moment))
        .forEach(
            lot ->
                lots.computeIfAbsent(mergedIntoOf.get(lot.accountId), a -> new ArrayList<>())
                    .add(lot));
    return lots;
  }

  @Override
  public List<PointsPosting> postings(String programme, Collection<String> keys) {
    return rows.select(
        LedgerSql.POSTINGS_OF_KEYS, keys, (row, n) -> LedgerRows.posting(row), programme);
  }

  @Override
  public List<PointsLot> lots(Collection<LedgerStore.DueLot> which) {
    return rows.selectPairs(
        LedgerSql.SOME_LOTS + dialect.latest(),
        "ACCOUNT_ID",
        "LOT_NO",
        which.stream().map(lot -> new long[] {lot.accountId, lot.lotNo}).collect(toList()),
        (row, n) -> LedgerRows.lot(row));
  }

  @Override
  public void save(List<Booking> bookings) {
    List<Object[]> postings = new ArrayList<>();
    List<Object[]> entries = new ArrayList<>();
    Set<PointsLot> added = new LinkedHashSet<>();
    Set<PointsLot> changed = new LinkedHashSet<>();
    Map<Long, Booking> first = new LinkedHashMap<>();
    for (Booking booking : bookings) {
      if (booking.hold() != null) {
        throw new IllegalArgumentException("Holds are not written in sets: " + booking.hold());
      }
      postings.add(LedgerRows.values(booking.posting()));
      booking.entries().forEach(entry -> entries.add(LedgerRows.values(entry)));
      added.addAll(booking.newLots());
      changed.addAll(booking.changedLots());
      first.putIfAbsent(booking.account.accountId, booking);
    }
    changed.removeAll(added); // a row is written as its lot is in the end
    try {
      rows.insert(LedgerSql.ADD_POSTING, postings);
      rows.insert(LedgerSql.ADD_LOT, all(added, LedgerRows::newLot));
      rows.update(LedgerSql.SAVE_LOT, all(changed, LedgerRows::changedLot));
      rows.insert(LedgerSql.ADD_ENTRY, entries);
      rows.update(LedgerSql.SAVE_ACCOUNT, all(first.values(), LedgerRows::changedAccount));
    } catch (RuntimeException e) {
      if (SqlDialect.isTaken(e)) {
        throw new OptimisticLockingFailureException(
            "One of " + bookings.size() + " postings was written by somebody else meanwhile", e);
      }
      throw e;
    }
  }

  private static <T> List<Object[]> all(Collection<T> values, Function<T, Object[]> row) {
    return values.stream().map(row).collect(toList());
  }
}
