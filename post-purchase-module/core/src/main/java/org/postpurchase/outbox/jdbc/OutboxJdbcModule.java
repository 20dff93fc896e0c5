package org.postpurchase.outbox.jdbc;

import org.postpurchase.outbox.OutboxStore;
import org.postpurchase.outbox.TransactionalIntake;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.LeaseTaker;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's table. */
public final class OutboxJdbcModule {
  private OutboxJdbcModule() {}

  public static OutboxStore store(JdbcTemplate jdbc, SqlDialect dialect) {
    return new JdbcOutboxStore(
        jdbc,
        new Inserts(jdbc, dialect),
        new LeaseTaker(jdbc, dialect, "OUTBOX_ID"),
        new OutboxSql(dialect));
  }

  /** For code that runs inside the host's transaction and has nothing but its connection. */
  public static TransactionalIntake intake(SqlDialect dialect) {
    return new SavepointIntake(new OutboxSql(dialect));
  }
}
