package org.postpurchase.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.ledger.jdbc.LedgerJdbcModule;
import org.postpurchase.migrations.testkit.TestDatabase;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.SettableClock;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Balance, next expiry and the last movements of an account that has seen very much, beside one
 * that has seen little, asked in turns on PostgreSQL. The build fills it with 60,000 entries;
 * {@code -Dpp.ledger.entries=1000000} with more.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FullAccountTest {
  private static final int ENTRIES = Integer.getInteger("pp.ledger.entries", 60_000);
  private static final int ROUNDS = 301;

  private final SettableClock clock = new SettableClock();

  @Test
  void what_a_page_asks_costs_the_same_in_a_full_account() {
    try (TestDatabase own = TestDatabase.postgres().withTables()) {
      CoreDatabase database = CoreDatabase.existing(own.dataSource());
      PointsLedger ledger = new PointsLedger(database.ledger(), database.transactions, clock);
      LedgerViews views = LedgerJdbcModule.views(database.jdbc);
      long small = account(ledger, "customer:1");
      long full = account(ledger, "customer:2");
      fill(database.jdbc, full, ENTRIES);

      long[] ofSmall = new long[ROUNDS];
      long[] ofFull = new long[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        ofSmall[round] = asked(views, small);
        ofFull[round] = asked(views, full);
      }

      assertThat(views.entries(full, 20)).hasSize(20);
      assertThat(
              database.jdbc.queryForObject("select count(*) from PP_POINTS_ENTRY", Integer.class))
          .isGreaterThan(ENTRIES);
      double ratio = (double) median(ofFull) / median(ofSmall);
      System.out.printf(
          "balance, expiry and 20 entries: %d entries %.2f ms, a few %.2f ms, ratio %.2f%n",
          ENTRIES, median(ofFull) / 1e6, median(ofSmall) / 1e6, ratio);
      assertThat(ratio).as("reading everything would cost a hundred times as much").isLessThan(4);
    }
  }

  private long account(PointsLedger ledger, String owner) {
    Instant now = clock.instant();
    for (int i = 0; i < 5; i++) {
      ledger.earn(
          new EarnRequest(
              "main",
              owner,
              owner + "-" + i,
              100,
              LotCause.of("SPEND"),
              now,
              now.plus(Duration.ofDays(30 + i)),
              true));
    }
    return ledger.find("main", owner).orElseThrow();
  }

  /** Years of lots that have expired, with their movements and entries, below the real ones. */
  private static void fill(JdbcTemplate jdbc, long account, int entries) {
    jdbc.update(
        "insert into PP_POINTS_LOT (ACCOUNT_ID, LOT_NO, CAUSE, ISSUED, EXPIRED, CREATED_AT, MATURES_AT, EXPIRES_AT)"
            + " select ?, -g, 'SPEND', 10, 10, timestamp '2020-01-01', timestamp '2020-01-15', timestamp '2021-01-01'"
            + " from generate_series(1, ?) g",
        account,
        entries / 4);
    jdbc.update(
        "insert into PP_POINTS_POSTING (ACCOUNT_ID, POSTING_NO, PROGRAMME, POSTING_KEY, INPUT_HASH, VERB, POINTS, POSTED_AT)"
            + " select ?, -g, 'main', 'old-' || g, repeat('0', 64), 'EARN', 10, timestamp '2020-01-01'"
            + " from generate_series(1, ?) g",
        account,
        entries / 2);
    jdbc.update(
        "insert into PP_POINTS_ENTRY (ACCOUNT_ID, ENTRY_NO, POSTING_NO, LOT_NO, BUCKET, POINTS, BALANCE, HASH)"
            + " select ?, -g, -(g / 2) - 1, -(g / 4) - 1, 'AVAILABLE', 10, 10, repeat('0', 64)"
            + " from generate_series(1, ?) g",
        account,
        entries);
    jdbc.execute("analyze");
  }

  private long asked(LedgerViews views, long account) {
    long start = System.nanoTime();
    PointsBalance balance = views.balance(account, clock.instant());
    int seen = views.history(account, 20, 0).size() + views.entries(account, 20).size();
    long nanos = System.nanoTime() - start;
    assertThat(balance.usable).isEqualTo(500);
    assertThat(balance.expiringNext).isEqualTo(100);
    assertThat(seen).isPositive();
    return nanos;
  }

  private static long median(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length / 2];
  }
}
