package org.postpurchase.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.migrations.testkit.TestDatabase;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.WatchedDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a proof costs on PostgreSQL. The build looks at counts alone; {@code
 * -Dpp.proof.accounts=1000000} prints times that mean something.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LedgerScaleTest {
  private static final int ACCOUNTS = Integer.getInteger("pp.proof.accounts", 20_000);
  private static final int PAGE = 5000;

  /** Per page: accounts, lots, postings, holds, parts, entries. */
  private static final int STATEMENTS = 6;

  private final SettableClock clock = new SettableClock();

  @Test
  void a_proof_asks_a_handful_of_questions_per_page_however_many_accounts_there_are()
      throws Exception {
    try (TestDatabase own = TestDatabase.postgres().withTables()) {
      LedgerLoad load = new LedgerLoad(own.dataSource(), clock.instant());
      load.load(1, ACCOUNTS / 2);
      int half = statements(own, ProofScope.ALL, ACCOUNTS / 2);
      load.load(ACCOUNTS / 2 + 1, ACCOUNTS);
      new JdbcTemplate(own.dataSource()).execute("analyze");
      int all = statements(own, ProofScope.ALL, ACCOUNTS);

      int pages = (ACCOUNTS + PAGE - 1) / PAGE;
      assertThat(all - half).isEqualTo(pages / 2 * STATEMENTS);
      assertThat(all).isLessThanOrEqualTo((pages + 2) * STATEMENTS);

      clock.advance(Duration.ofHours(1));
      CoreDatabase database = CoreDatabase.existing(own.dataSource());
      PointsLedger ledger = new PointsLedger(database.ledger(), database.transactions, clock);
      int step = ACCOUNTS / 100;
      for (int id = 1; id <= 100; id++) {
        PostingRequest request = new PostingRequest(Verb.ADJUST, "g" + id, 0, "GIFT", "ann", "");
        assertThat(ledger.adjust((long) id * step, request, 5, null).posted).isTrue();
      }
      assertThat(statements(own, ProofScope.CHANGED, 100)).isLessThanOrEqualTo(4 * STATEMENTS);
    }
  }

  private int statements(TestDatabase own, ProofScope scope, int accounts) {
    WatchedDataSource watched = new WatchedDataSource(own.dataSource());
    CoreDatabase database = CoreDatabase.existing(watched.dataSource());
    PointsLedger ledger = new PointsLedger(database.ledger(), database.transactions, clock);
    LedgerProof proof =
        new LedgerProof(database.ledger(), database.proofs(), ledger, database.transactions, clock);
    ProofReport report = timed(scope + " of " + accounts, () -> proof.run(scope, null));
    assertThat(report.mismatches).isEmpty();
    assertThat(report.accounts).isEqualTo(accounts);
    return watched.seen.size();
  }

  private static ProofReport timed(String what, Supplier<ProofReport> work) {
    long start = System.nanoTime();
    ProofReport report = work.get();
    System.out.printf(
        "proof %s: %d entries in %d ms%n",
        what, report.entries, (System.nanoTime() - start) / 1_000_000);
    return report;
  }
}
