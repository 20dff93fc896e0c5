package org.postpurchase.admin.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.points.AdjustAccount;
import org.postpurchase.admin.points.Reversal;
import org.postpurchase.ledger.AdjustmentLog;
import org.postpurchase.ledger.AdjustmentRequests;
import org.postpurchase.ledger.LedgerProof;
import org.postpurchase.ledger.LedgerStore;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.ShortfallPolicy;
import org.postpurchase.ledger.jdbc.LedgerJdbcModule;
import org.postpurchase.loyalty.Programme;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.loyalty.Rates;
import org.postpurchase.loyalty.StackingPolicy;
import org.postpurchase.migrations.Migrations;
import org.postpurchase.migrations.Phase;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.SpringTransactions;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The real ledger, empty, on a database in memory. */
public final class PointsFixture {
  public static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final String[] TABLES = {
    "ADJUSTMENT", "STAFF", "REQUEST", "HOLD_LOT", "HOLD", "ENTRY", "POSTING", "LOT", "ACCOUNT"
  };
  private static final DriverManagerDataSource DATABASE =
      new DriverManagerDataSource("jdbc:hsqldb:mem:pp_books;hsqldb.tx=mvcc", "SA", "");

  static {
    new Migrations(DATABASE).run(Phase.SCHEMA);
  }

  public final Audit audit = new Audit();
  private Instant now = NOW;
  public final Clock clock =
      new Clock() {
        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };
  public final Transactions transactions;
  public final PointsLedger ledger;
  public final LedgerViews views;
  public final AdjustmentRequests requests;
  public final AdjustmentLog log;
  public final LedgerProof proof;
  public final JdbcTemplate jdbc = new JdbcTemplate(DATABASE);
  public final AdjustAccount.Ground ground;
  public final Shop shop =
      new Shop("Shop", "https://shop.example", "", Locale.ENGLISH, ZoneOffset.UTC);
  public final ProgrammeReader programmes =
      Port.of(ProgrammeReader.class)
          .on("find", args -> Optional.of(programme()))
          .on("active", args -> Optional.of(programme()))
          .get();

  public PointsFixture() {
    jdbc.update("delete from PP_LEDGER_MISMATCH");
    jdbc.update("delete from PP_LEDGER_PROOF");
    for (String table : TABLES) {
      jdbc.update("delete from PP_POINTS_" + table);
    }
    SqlDialect dialect = SqlDialect.of(DATABASE);
    Inserts inserts = new Inserts(jdbc, dialect);
    LedgerStore store = LedgerJdbcModule.store(jdbc, inserts, dialect);
    transactions = new SpringTransactions(new DataSourceTransactionManager(DATABASE), DATABASE);
    ledger = new PointsLedger(store, transactions, clock);
    views = LedgerJdbcModule.views(jdbc);
    requests = LedgerJdbcModule.requests(jdbc, inserts);
    log = LedgerJdbcModule.adjustments(jdbc, inserts);
    proof =
        new LedgerProof(store, LedgerJdbcModule.proofs(jdbc, dialect), ledger, transactions, clock);
    ground = new AdjustAccount.Ground(ledger, views, requests, log, audit, clock);
  }

  /** The shop's clock goes on. */
  public void pass(java.time.Duration time) {
    now = now.plus(time);
  }

  public AdminAccess as(Verifier user) {
    return new AdminAccess(user, audit, new Directly());
  }

  public Reversal reversal() {
    return new Reversal(ground, programmes, shop);
  }

  public long account(long customerId) {
    return ledger.open("main", "customer:" + customerId);
  }

  public long usable(long accountId) {
    return views.balance(accountId, now).usable;
  }

  private static Programme programme() {
    return new Programme(
        "main",
        "Rewards",
        "points",
        1,
        NOW,
        new Programme.Spending(Rates.of("EUR=100"), 0, 1, 100),
        new Programme.Timing(14, 30, 365, 30),
        ShortfallPolicy.CARRY,
        StackingPolicy.BEST_OF);
  }
}
