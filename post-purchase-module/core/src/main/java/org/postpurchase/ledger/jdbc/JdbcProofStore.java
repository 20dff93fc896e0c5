package org.postpurchase.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.postpurchase.ledger.Mismatch;
import org.postpurchase.ledger.MismatchKind;
import org.postpurchase.ledger.PointsAccount;
import org.postpurchase.ledger.ProofReport;
import org.postpurchase.ledger.ProofResult;
import org.postpurchase.ledger.ProofRows;
import org.postpurchase.ledger.ProofScope;
import org.postpurchase.ledger.ProofStore;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

final class JdbcProofStore implements ProofStore {
  private static final int FETCH_ROWS = 5000;

  private final JdbcTemplate jdbc;
  private final JdbcTemplate stream;
  private final SqlDialect dialect;

  JdbcProofStore(JdbcTemplate jdbc, SqlDialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.stream = new JdbcTemplate(jdbc.getDataSource());
    this.stream.setFetchSize(FETCH_ROWS);
  }

  @Override
  public long begin(ProofScope scope, Instant startedAt, String actor) {
    KeyHolder id = new GeneratedKeyHolder();
    jdbc.update(
        connection -> {
          PreparedStatement insert =
              connection.prepareStatement(ProofSql.BEGIN, Statement.RETURN_GENERATED_KEYS);
          insert.setString(1, scope.name());
          insert.setTimestamp(2, new java.sql.Timestamp(startedAt.toEpochMilli()), Utc.calendar());
          insert.setString(3, actor);
          return insert;
        },
        id);
    // some drivers return the key, others all of the row
    Map<String, Object> keys = id.getKeys();
    Object key = keys.size() == 1 ? keys.values().iterator().next() : keys.get("PROOF_ID");
    return ((Number) key).longValue();
  }

  @Override
  public void add(long proofId, List<Mismatch> found) {
    List<Object[]> rows = new ArrayList<>();
    for (Mismatch m : found) {
      rows.add(new Object[] {proofId, m.accountId, m.kind.name(), m.detail});
    }
    jdbc.batchUpdate(ProofSql.ADD, rows);
  }

  @Override
  public void finish(ProofReport report, Instant finishedAt) {
    jdbc.update(
        ProofSql.FINISH,
        Utc.param(finishedAt),
        report.accounts,
        report.entries,
        report.mismatchCount,
        report.proofId);
  }

  @Override
  public Optional<ProofResult> last(int mismatches) {
    return jdbc
        .query(
            ProofSql.LAST,
            (row, n) ->
                new ProofResult(
                    ProofScope.valueOf(row.getString("SCOPE")),
                    Utc.instant(row, "STARTED_AT"),
                    Utc.instant(row, "FINISHED_AT"),
                    new long[] {
                      row.getLong("ACCOUNTS"), row.getLong("ENTRIES"), row.getLong("MISMATCHES")
                    },
                    Columns.text(row, "ACTOR"),
                    mismatches(row.getLong("PROOF_ID"), mismatches)))
        .stream()
        .findFirst();
  }

  private List<Mismatch> mismatches(long proofId, int limit) {
    return jdbc.query(
        ProofSql.MISMATCHES,
        (row, n) ->
            new Mismatch(
                row.getLong("ACCOUNT_ID"),
                MismatchKind.valueOf(row.getString("KIND")),
                row.getString("DETAIL")),
        proofId,
        limit);
  }

  @Override
  public Optional<Instant> lastStart(ProofScope... scopes) {
    return jdbc.query(
            String.format(ProofSql.LAST_START, marks(scopes.length)),
            (row, n) -> Optional.ofNullable(Utc.instant(row, "STARTED_AT")),
            Arrays.stream(scopes).map(ProofScope::name).toArray())
        .get(0);
  }

  @Override
  public List<PointsAccount> accounts(long after, Instant changedSince, int limit) {
    return changedSince == null
        ? jdbc.query(ProofSql.ACCOUNTS, (row, n) -> LedgerRows.account(row), after, limit)
        : jdbc.query(
            ProofSql.ACCOUNTS_CHANGED,
            (row, n) -> LedgerRows.account(row),
            after,
            Utc.param(changedSince),
            limit);
  }

  @Override
  public void rows(long from, long to, ProofRows into) {
    rows("ACCOUNT_ID >= ? and ACCOUNT_ID <= ?", "", into, from, to);
  }

  @Override
  public void rows(List<Long> accountIds, ProofRows into) {
    rows(in(accountIds), "", into, accountIds.toArray());
  }

  @Override
  public void rowsUnderLock(long accountId, ProofRows into) {
    rows("ACCOUNT_ID = ?", dialect.latest(), into, accountId);
  }

  private void rows(String which, String latest, ProofRows into, Object... args) {
    ProofRowReader reader = new ProofRowReader(into);
    stream.query(String.format(ProofSql.LOTS, which) + latest, reader::lot, args);
    stream.query(String.format(ProofSql.POSTINGS, which) + latest, reader::posting, args);
    stream.query(String.format(ProofSql.HOLDS, which) + latest, reader::hold, args);
    stream.query(String.format(ProofSql.PARTS, which) + latest, reader::part, args);
    stream.query(String.format(ProofSql.ENTRIES, which) + latest, reader::entry, args);
  }

  @Override
  public void doubleAwards(List<Long> accountIds, BiConsumer<Long, String> into) {
    if (accountIds == null) {
      twice(ProofSql.DOUBLE_AWARDS, into);
    } else {
      twice(String.format(ProofSql.DOUBLE_AWARDS_OF, in(accountIds)), into, accountIds.toArray());
    }
  }

  private void twice(String select, BiConsumer<Long, String> into, Object... args) {
    AwardedLot[] before = {null};
    stream.query(
        select,
        row -> {
          AwardedLot lot =
              new AwardedLot(row.getString(1), row.getString(2), row.getLong(3), row.getInt(4));
          if (lot.isForTheSameAs(before[0])) {
            into.accept(before[0].accountId, before[0] + " and " + lot);
            into.accept(lot.accountId, lot + " and " + before[0]);
          }
          before[0] = lot;
        },
        args);
  }

  private static String in(List<Long> ids) {
    return "ACCOUNT_ID in (" + marks(ids.size()) + ")";
  }

  private static String marks(int count) {
    return Collections.nCopies(count, "?").stream().collect(Collectors.joining(", "));
  }

  /** Which lot was issued for what. */
  private static final class AwardedLot {
    final String key;
    final String programme;
    final long accountId;
    final int lotNo;

    AwardedLot(String key, String programme, long accountId, int lotNo) {
      this.key = key;
      this.programme = programme;
      this.accountId = accountId;
      this.lotNo = lotNo;
    }

    boolean isForTheSameAs(AwardedLot other) {
      return other != null && key.equals(other.key) && programme.equals(other.programme);
    }

    @Override
    public String toString() {
      return "lot " + lotNo + " of account " + accountId + " for " + key;
    }
  }
}
