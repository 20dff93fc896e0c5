package org.postpurchase.testkit;

import java.time.Clock;
import javax.sql.DataSource;
import org.postpurchase.catalogue.PurchaseStore;
import org.postpurchase.catalogue.jdbc.CatalogueJdbcModule;
import org.postpurchase.consent.ConsentStore;
import org.postpurchase.consent.jdbc.ConsentJdbcModule;
import org.postpurchase.ledger.ExpiringPoints;
import org.postpurchase.ledger.LedgerStore;
import org.postpurchase.ledger.ProofStore;
import org.postpurchase.ledger.jdbc.LedgerJdbcModule;
import org.postpurchase.messaging.ChannelBreaker;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.messaging.TemplateVersions;
import org.postpurchase.messaging.jdbc.MessagingJdbcModule;
import org.postpurchase.migrations.testkit.TestDatabase;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.jdbc.OrderJdbcModule;
import org.postpurchase.outbox.OutboxStore;
import org.postpurchase.outbox.TransactionalIntake;
import org.postpurchase.outbox.jdbc.OutboxJdbcModule;
import org.postpurchase.restraint.ContactStore;
import org.postpurchase.restraint.jdbc.RestraintJdbcModule;
import org.postpurchase.reward.RewardCodeStore;
import org.postpurchase.reward.jdbc.RewardJdbcModule;
import org.postpurchase.series.DecisionStore;
import org.postpurchase.series.EnrollmentStore;
import org.postpurchase.series.ExecutionStore;
import org.postpurchase.series.SeriesVersionStore;
import org.postpurchase.series.jdbc.SeriesJdbcModule;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.PlainNulls;
import org.postpurchase.shared.jdbc.SpringTransactions;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The core's stores on one migrated database, wired as an adapter would wire them. */
public final class CoreDatabase implements AutoCloseable {
  static {
    QuietLogs.forTests();
  }

  public final DataSource dataSource;
  public final JdbcTemplate jdbc;
  public final SqlDialect dialect;
  public final Transactions transactions;
  public final Inserts inserts;
  private final TestDatabase database;

  public CoreDatabase(TestDatabase database) {
    this(database.withTables(), database.dataSource());
  }

  private CoreDatabase(TestDatabase database, DataSource dataSource) {
    this.database = database;
    this.dataSource = dataSource;
    this.jdbc = new PlainNulls(dataSource);
    this.dialect = SqlDialect.of(dataSource);
    this.transactions =
        RepeatedTransactions.ifAsked(
            new SpringTransactions(new DataSourceTransactionManager(dataSource), dataSource));
    this.inserts = new Inserts(jdbc, dialect);
  }

  /** A database that is there and migrated already, as a second process sees it. */
  public static CoreDatabase existing(DataSource dataSource) {
    return new CoreDatabase(null, dataSource);
  }

  /** The same database as another node of the shop sees it, through a data source of its own. */
  public CoreDatabase through(DataSource other) {
    return new CoreDatabase(database, other);
  }

  public OutboxStore outbox() {
    return OutboxJdbcModule.store(jdbc, dialect);
  }

  public TransactionalIntake intake() {
    return OutboxJdbcModule.intake(dialect);
  }

  public MessageStore messages() {
    return MessagingJdbcModule.store(jdbc, dialect, "shop.example");
  }

  public ChannelBreaker breaker(String channel) {
    return MessagingJdbcModule.breaker(jdbc, dialect, channel);
  }

  public OrderLineStore orderLines() {
    return OrderJdbcModule.lineStore(jdbc, inserts);
  }

  public DecisionStore decisions() {
    return SeriesJdbcModule.decisions(jdbc, inserts);
  }

  public SeriesVersionStore seriesVersions() {
    return SeriesJdbcModule.versions(jdbc, dialect);
  }

  public EnrollmentStore enrollments() {
    return SeriesJdbcModule.enrollments(jdbc, inserts, dialect);
  }

  public ExecutionStore executions() {
    return SeriesJdbcModule.executions(jdbc, dialect);
  }

  public RewardCodeStore rewardCodes() {
    return RewardJdbcModule.codes(jdbc, inserts);
  }

  public PurchaseStore purchases() {
    return CatalogueJdbcModule.purchases(jdbc, inserts);
  }

  public LedgerStore ledger() {
    return LedgerJdbcModule.store(jdbc, inserts, dialect);
  }

  public ExpiringPoints expiringPoints() {
    return LedgerJdbcModule.expiring(jdbc);
  }

  public ProofStore proofs() {
    return LedgerJdbcModule.proofs(jdbc, dialect);
  }

  public ContactStore contacts() {
    return RestraintJdbcModule.contacts(jdbc, inserts);
  }

  public ConsentStore consents() {
    return ConsentJdbcModule.consents(jdbc, inserts, "EMAIL");
  }

  public TemplateVersions templateVersions(Clock clock) {
    return MessagingJdbcModule.templateVersions(jdbc, dialect, clock);
  }

  /**
   * As a minute later, when the leases of nodes that died have run out: leases follow the clock of
   * the database, which a test cannot set.
   */
  public void leasesRunOut() {
    String past = dialect.nowPlusSeconds(-1);
    for (String table : new String[] {"PP_MESSAGE", "PP_OUTBOX", "PP_LEASE"}) {
      String update =
          "update " + table + " set LEASE_UNTIL = " + past + " where LEASE_UNTIL is not null";
      transactions.run(() -> jdbc.update(update)); // once more when beside a node that works
    }
  }

  public int count(String table) {
    return jdbc.queryForObject("select count(*) from " + table, Integer.class);
  }

  @Override
  public void close() {
    database.close();
  }

  @Override
  public String toString() {
    return database.toString();
  }
}
