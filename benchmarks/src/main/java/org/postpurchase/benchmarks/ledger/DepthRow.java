package org.postpurchase.benchmarks.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;
import org.postpurchase.benchmarks.measure.Arm;
import org.postpurchase.benchmarks.measure.Goal;
import org.postpurchase.benchmarks.measure.Row;
import org.postpurchase.benchmarks.measure.Sample;
import org.postpurchase.benchmarks.measure.Server;
import org.postpurchase.benchmarks.measure.Setting;
import org.postpurchase.ledger.LedgerProof;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.LongHistory;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.PostingResult;
import org.postpurchase.ledger.ProofReport;
import org.postpurchase.ledger.ProofScope;
import org.postpurchase.ledger.jdbc.LedgerJdbcModule;
import org.postpurchase.migrations.Migrations;
import org.postpurchase.migrations.Phase;
import org.postpurchase.testkit.CoreDatabase;

/** Balance and redemption of an account with few entries and of one with very many. */
public final class DepthRow implements Row {
  private static final long FEW = 1;
  private static final long MANY = 2;
  private static final int OPEN_LOTS = 2;
  private static final int REDEEMED = 1;

  private final int entries;
  private final int reads;
  private final int redemptions;
  private final HikariDataSource pool;
  private final PointsLedger ledger;
  private final LedgerViews views;
  private final Clock clock = Clock.systemUTC();
  private final ProofReport proof;
  private long next;

  public DepthRow(Server server, Setting setting) throws Exception {
    entries = 1_000_000;
    reads = setting.of(4_000, 400);
    redemptions = setting.of(1_000, 100);
    pool = Server.pool(server.fresh(), 4);
    new Migrations(pool).run(Phase.SCHEMA);
    try (Connection connection = pool.getConnection()) {
      new LongHistory(FEW, clock.instant().minus(Duration.ofDays(1_000)))
          .write(connection, 10, OPEN_LOTS);
      new LongHistory(MANY, clock.instant().minus(Duration.ofDays(1_000)))
          .write(connection, entries, OPEN_LOTS);
    }
    CoreDatabase database = CoreDatabase.existing(pool);
    database.jdbc.execute("vacuum analyze");
    ledger = new PointsLedger(database.ledger(), database.transactions, clock);
    views = LedgerJdbcModule.views(database.jdbc);
    proof =
        new LedgerProof(database.ledger(), database.proofs(), ledger, database.transactions, clock)
            .run(ProofScope.ALL, null);
    if (!proof.mismatches.isEmpty()) {
      throw new IllegalStateException("the histories do not add up: " + proof.mismatches.get(0));
    }
  }

  @Override
  public String name() {
    return "ledger-depth";
  }

  @Override
  public String unit() {
    return "balances read, points reserved and released";
  }

  private String balanceOf(long account) {
    return "balance, " + (account == FEW ? "10" : String.format("%,d", entries)) + " entries";
  }

  private String redemptionOf(long account) {
    return "redemption, " + (account == FEW ? "10" : String.format("%,d", entries)) + " entries";
  }

  @Override
  public List<Arm> arms() {
    return List.of(
        new Arm(balanceOf(FEW), () -> slice(reads, i -> balance(FEW))),
        new Arm(balanceOf(MANY), () -> slice(reads, i -> balance(MANY))),
        new Arm(redemptionOf(FEW), () -> slice(redemptions, i -> redeem(FEW))),
        new Arm(redemptionOf(MANY), () -> slice(redemptions, i -> redeem(MANY))));
  }

  private static Sample slice(int times, LongConsumer work) throws Exception {
    return Sample.of(
        times,
        () -> {
          for (int i = 0; i < times; i++) {
            work.accept(i);
          }
        });
  }

  private void balance(long account) {
    if (views.balance(account, clock.instant()).usable <= 0) {
      throw new IllegalStateException("account " + account + " has nothing");
    }
  }

  /** Set aside and given back, so that the account stays as it is however long it is measured. */
  private void redeem(long account) {
    String key = "hold:" + next++;
    require(
        ledger.reserve(account, key, REDEEMED, next, clock.instant().plus(Duration.ofMinutes(15))));
    require(ledger.release("main", key));
  }

  private static void require(PostingResult result) {
    if (!result.posted) {
      throw new IllegalStateException("refused: " + result.refusal);
    }
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        Goal.dearer(balanceOf(MANY), balanceOf(FEW), 1.2),
        Goal.dearer(redemptionOf(MANY), redemptionOf(FEW), 1.2));
  }

  @Override
  public List<String> notes() {
    return List.of("proved before: " + proof.entries + " entries, no mismatch");
  }

  @Override
  public void close() {
    pool.close();
  }
}
