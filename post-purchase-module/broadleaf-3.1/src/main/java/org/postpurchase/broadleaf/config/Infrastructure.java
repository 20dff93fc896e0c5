package org.postpurchase.broadleaf.config;

import java.time.Clock;
import java.time.ZoneId;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Leases;
import org.postpurchase.shared.Node;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.WorkFailureStore;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.JdbcAuditLog;
import org.postpurchase.shared.jdbc.JdbcLeases;
import org.postpurchase.shared.jdbc.JdbcWorkFailures;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the store and its database give to all features. Immutable and safe for concurrent use.
 *
 * <p>Types that a store may have beans of itself, such as the clock, are fields of this bean and no
 * beans of their own, so that the store's wiring by type stays as it was.
 */
public final class Infrastructure {
  public final Transactions transactions;
  public final Clock clock;
  public final Shop shop;
  public final AuditLog audit;

  /** Items of background work that failed. */
  public final WorkFailureStore failedWork;

  final WorkFailures failures;
  final JdbcTemplate jdbc;
  final SqlDialect dialect;
  final Inserts inserts;

  /** This node among those of the store. */
  final Node node;

  Infrastructure(
      JdbcTemplate jdbc, SqlDialect dialect, Transactions transactions, Clock clock, Shop shop) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.inserts = new Inserts(jdbc, dialect);
    this.transactions = transactions;
    this.clock = clock;
    this.shop = shop;
    audit = new JdbcAuditLog(jdbc, clock);
    failedWork = new JdbcWorkFailures(jdbc, inserts);
    failures = new WorkFailures(failedWork, WorkFailures.policy(), transactions, clock);
    Leases leases = new JdbcLeases(jdbc, dialect, transactions);
    node = new Node(NodeName.ofThisContext(), clock, leases, this::zone, failures);
  }

  Shop shop() {
    return shop;
  }

  ZoneId zone() {
    return shop.zone;
  }
}
