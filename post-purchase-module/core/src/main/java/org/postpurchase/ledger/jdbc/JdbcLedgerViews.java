package org.postpurchase.ledger.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsBalance;
import org.postpurchase.ledger.PointsEntry;
import org.postpurchase.ledger.PointsHold;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.PointsPosting;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;
import org.postpurchase.shared.jdbc.PageByKey;
import org.postpurchase.shared.jdbc.PartOfKeys;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcLedgerViews implements LedgerViews {
  private static final String BALANCE =
      "select ACCOUNT_ID, STATE, PENDING, AVAILABLE, HELD, SHORTFALL, MERGED_INTO from"
          + " PP_POINTS_ACCOUNT where ACCOUNT_ID = ?";

  /** The first moment, and all that goes then. */
  private static final String NEXT_EXPIRY =
      "select EXPIRES_AT, AVAILABLE from PP_POINTS_LOT where ACCOUNT_ID = ? and OPEN_UNTIL ="
          + " (select min(OPEN_UNTIL) from PP_POINTS_LOT where ACCOUNT_ID = ? and OPEN_UNTIL > ?)";

  private static final String TAKEN_OVER =
      "select ACCOUNT_ID from PP_POINTS_ACCOUNT where MERGED_INTO = ? order by ACCOUNT_ID";
  private static final String OPEN_LOTS =
      LedgerSql.LOT
          + " where ACCOUNT_ID = ? and (PENDING > 0 or AVAILABLE > 0)"
          + " order by coalesce(OPEN_UNTIL, EXPIRES_AT), LOT_NO limit ?";
  private static final String LOTS =
      LedgerSql.LOT + " where ACCOUNT_ID = ? order by LOT_NO desc limit ?";
  private static final String ENTRIES =
      LedgerSql.ENTRY + " where ACCOUNT_ID = ? order by ENTRY_NO desc limit ?";
  private static final String HOLDER =
      "select ACCOUNT_ID, OWNER_KEY, STATE, PENDING, AVAILABLE, HELD, CHANGED_AT from"
          + " PP_POINTS_ACCOUNT";
  private static final String ORDERS_WITH_HOLDS =
      "select distinct ORDER_ID from PP_POINTS_HOLD where ORDER_ID in (";
  private static final String HOLDS =
      LedgerSql.HOLD + " where ACCOUNT_ID = ? order by HOLD_NO desc limit ?";

  private final JdbcTemplate jdbc;

  JdbcLedgerViews(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public PointsBalance balance(String programme, String ownerKey, Instant now) {
    return find(programme, ownerKey)
        .map(account -> balance(account, now))
        .orElse(PointsBalance.NONE);
  }

  @Override
  public PointsBalance balance(long accountId, Instant now) {
    long mergedInto = mergedIntoOf(accountId);
    if (mergedInto != accountId) {
      return balance(mergedInto, now);
    }
    Long overdue = jdbc.queryForObject(LedgerSql.OVERDUE, Long.class, accountId, Utc.param(now));
    long[] next = {0};
    Instant[] at = {null};
    jdbc.query(
        NEXT_EXPIRY,
        (row, n) -> {
          at[0] = Utc.instant(row, "EXPIRES_AT");
          return next[0] += at[0] == null ? 0 : row.getLong("AVAILABLE");
        },
        accountId,
        accountId,
        Utc.param(now));
    Optional<PointsBalance> balance =
        jdbc
            .query(
                BALANCE,
                (row, n) ->
                    new PointsBalance(
                        accountId,
                        row.getLong("PENDING"),
                        row.getLong("AVAILABLE") - overdue,
                        row.getLong("HELD"),
                        row.getLong("SHORTFALL"),
                        next[0],
                        at[0],
                        !"ACTIVE".equals(row.getString("STATE"))),
                accountId)
            .stream()
            .findFirst();
    return balance.orElse(PointsBalance.NONE);
  }

  @Override
  public Optional<Long> accountOf(String programme, String ownerKey) {
    return find(programme, ownerKey).map(this::mergedIntoOf);
  }

  private Optional<Long> find(String programme, String ownerKey) {
    return jdbc
        .query(LedgerSql.FIND, (row, n) -> row.getLong("ACCOUNT_ID"), ownerKey, programme)
        .stream()
        .findFirst();
  }

  private long mergedIntoOf(long accountId) {
    long mergedInto =
        jdbc
            .query(LedgerSql.MERGED_INTO, (row, n) -> row.getLong("MERGED_INTO"), accountId)
            .stream()
            .findFirst()
            .orElse(0L);
    return mergedInto == 0 ? accountId : mergedIntoOf(mergedInto);
  }

  @Override
  public List<PointsLot> pendingOfOrder(long orderId) {
    return jdbc.query(LedgerSql.PENDING_OF_ORDER, (row, n) -> LedgerRows.lot(row), orderId);
  }

  @Override
  public List<PointsLot> lotsMaturingAfter(long accountId, Instant moment) {
    List<PointsLot> lots = new ArrayList<>();
    Deque<Long> accounts = new ArrayDeque<>(Collections.singleton(accountId));
    while (!accounts.isEmpty()) {
      long account = accounts.remove();
      lots.addAll(
          jdbc.query(
              LedgerSql.MATURING_AFTER,
              (row, n) -> LedgerRows.lot(row),
              account,
              Utc.param(moment)));
      accounts.addAll(jdbc.queryForList(TAKEN_OVER, Long.class, account));
    }
    return lots;
  }

  @Override
  public boolean isMerged(String programme, String ownerKey) {
    return jdbc.queryForObject(LedgerSql.IS_MERGED, Integer.class, ownerKey, programme) > 0;
  }

  @Override
  public List<PointsPosting> history(long accountId, int limit, long beforePostingNo) {
    long before = beforePostingNo <= 0 ? Long.MAX_VALUE : beforePostingNo;
    return jdbc.query(
        LedgerSql.HISTORY, (row, n) -> LedgerRows.posting(row), accountId, before, limit);
  }

  @Override
  public List<PointsLot> openLots(long accountId, int limit) {
    return jdbc.query(OPEN_LOTS, (row, n) -> LedgerRows.lot(row), accountId, limit);
  }

  @Override
  public List<PointsLot> lots(long accountId, int limit) {
    return jdbc.query(LOTS, (row, n) -> LedgerRows.lot(row), accountId, limit);
  }

  @Override
  public List<PointsEntry> entries(long accountId, int limit) {
    return jdbc.query(ENTRIES, (row, n) -> LedgerRows.entry(row), accountId, limit);
  }

  @Override
  public List<PointsLot> lotsOfOrder(long orderId) {
    return jdbc.query(LedgerSql.LOTS_OF_ORDER, (row, n) -> LedgerRows.lot(row), orderId);
  }

  @Override
  public List<PointsHold> holdsOfOrder(long orderId) {
    return jdbc.query(
        LedgerSql.HOLDS_OF_ORDER,
        (row, n) -> LedgerRows.hold(row, Collections.emptyList()),
        orderId);
  }

  @Override
  public Set<Long> ordersWithHolds(Collection<Long> orderIds) {
    return orderIds.isEmpty()
        ? Collections.emptySet()
        : new TreeSet<>(
            jdbc.queryForList(
                ORDERS_WITH_HOLDS + marks(orderIds) + ")", Long.class, orderIds.toArray()));
  }

  private static String marks(Collection<?> values) {
    return String.join(", ", Collections.nCopies(values.size(), "?"));
  }

  @Override
  public List<PointsHold> holdsToAskAbout(Instant now, int limit) {
    return jdbc.query(
        LedgerSql.HOLDS_TO_ASK_ABOUT,
        (row, n) -> LedgerRows.hold(row, Collections.emptyList()),
        Utc.param(now),
        limit);
  }

  @Override
  public long issuedByRule(long accountId, String ruleKey, Instant since) {
    return jdbc.queryForObject(
        LedgerSql.ISSUED_BY_RULE,
        Long.class,
        PartOfKeys.args(ruleKey, accountId, Utc.param(since)));
  }

  @Override
  public Forgiven forgiven(long accountId) {
    return jdbc.queryForObject(
        LedgerSql.FORGIVEN, (row, n) -> new Forgiven(row.getLong("P"), row.getInt("N")), accountId);
  }

  @Override
  public PageOf<Holder> holders(ListPage page) {
    return new PageByKey(jdbc, "ACCOUNT_ID")
        .of(HOLDER, "", new ArrayList<>(), page, (row, n) -> holder(row));
  }

  private static Holder holder(ResultSet row) throws SQLException {
    return new Holder(
        row.getLong("ACCOUNT_ID"),
        row.getString("OWNER_KEY"),
        row.getLong("PENDING"),
        row.getLong("AVAILABLE"),
        row.getLong("HELD"),
        !"ACTIVE".equals(row.getString("STATE")),
        Utc.instant(row, "CHANGED_AT"));
  }

  @Override
  public List<Holder> holdersOf(Collection<String> ownerKeys) {
    if (ownerKeys.isEmpty()) {
      return Collections.emptyList();
    }
    return jdbc.query(
        HOLDER + " where OWNER_KEY in (" + marks(ownerKeys) + ")",
        (row, n) -> holder(row),
        ownerKeys.toArray());
  }

  @Override
  public Optional<Holder> holder(long accountId) {
    return jdbc.query(HOLDER + " where ACCOUNT_ID = ?", (row, n) -> holder(row), accountId).stream()
        .findFirst();
  }

  @Override
  public List<PointsHold> holds(long accountId, int limit) {
    return jdbc.query(
        HOLDS, (row, n) -> LedgerRows.hold(row, Collections.emptyList()), accountId, limit);
  }

  @Override
  public List<PointsPosting> adjustmentsOfBatch(String batchId, PointsPosting after, int limit) {
    long account = after == null ? 0 : after.accountId;
    long posting = after == null ? 0 : after.postingNo;
    return jdbc.query(
        LedgerSql.BATCH,
        (row, n) -> LedgerRows.posting(row),
        batchId,
        account,
        account,
        posting,
        limit);
  }

  @Override
  public Liability liability(String programme) {
    return jdbc.queryForObject(
        LedgerSql.LIABILITY,
        (row, n) ->
            new Liability(
                row.getLong("N"),
                row.getLong("P"),
                row.getLong("A"),
                row.getLong("H"),
                row.getLong("S")),
        programme);
  }
}
