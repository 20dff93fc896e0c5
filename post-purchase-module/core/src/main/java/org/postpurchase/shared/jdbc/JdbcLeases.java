package org.postpurchase.shared.jdbc;

import org.postpurchase.shared.Leases;
import org.postpurchase.shared.Transactions;
import org.springframework.jdbc.core.JdbcTemplate;

/** Leases as rows of PP_LEASE, taken by one guarded update. */
public final class JdbcLeases implements Leases {
  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final SqlDialect dialect;
  private final Transactions transactions;

  public JdbcLeases(JdbcTemplate jdbc, SqlDialect dialect, Transactions transactions) {
    this.jdbc = jdbc;
    this.inserts = new Inserts(jdbc, dialect);
    this.dialect = dialect;
    this.transactions = transactions;
  }

  @Override
  public void release(String name, String owner) {
    transactions.run(
        () ->
            jdbc.update(
                "update PP_LEASE set LEASE_UNTIL = null where LEASE_NAME = ? and OWNER = ?",
                name,
                owner));
  }

  @Override
  public boolean hold(String name, String owner, int seconds) {
    String take =
        "update PP_LEASE set OWNER = ?, EPOCH = EPOCH + 1, LEASE_UNTIL = "
            + dialect.nowPlusSeconds(seconds)
            + " where LEASE_NAME = ? and (OWNER = ? or LEASE_UNTIL is null or LEASE_UNTIL < "
            + dialect.now()
            + ")";
    return transactions.call(
        () -> {
          inserts.orKeep("insert into PP_LEASE (LEASE_NAME, EPOCH) values (?, 0)", name);
          return jdbc.update(take, owner, name, owner) == 1;
        });
  }
}
