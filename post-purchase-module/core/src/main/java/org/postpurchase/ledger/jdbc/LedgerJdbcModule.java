package org.postpurchase.ledger.jdbc;

import org.postpurchase.ledger.AdjustmentLog;
import org.postpurchase.ledger.AdjustmentRequests;
import org.postpurchase.ledger.ExpiringPoints;
import org.postpurchase.ledger.LedgerStore;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.ProofStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class LedgerJdbcModule {
  private LedgerJdbcModule() {}

  public static LedgerStore store(JdbcTemplate jdbc, Inserts inserts, SqlDialect dialect) {
    return new JdbcLedgerStore(jdbc, inserts, dialect);
  }

  public static LedgerViews views(JdbcTemplate jdbc) {
    return new JdbcLedgerViews(jdbc);
  }

  public static ProofStore proofs(JdbcTemplate jdbc, SqlDialect dialect) {
    return new JdbcProofStore(jdbc, dialect);
  }

  public static ExpiringPoints expiring(JdbcTemplate jdbc) {
    return new JdbcExpiringPoints(jdbc);
  }

  public static AdjustmentRequests requests(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcAdjustmentRequests(jdbc, inserts);
  }

  public static AdjustmentLog adjustments(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcAdjustmentLog(jdbc, inserts);
  }
}
