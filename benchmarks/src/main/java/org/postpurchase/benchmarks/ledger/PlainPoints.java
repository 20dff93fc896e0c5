package org.postpurchase.benchmarks.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The least that a points movement can be: two entries and a balance that never goes below zero, in
 * one transaction. No lots, no expiry, no key against repetition, no hash.
 */
final class PlainPoints {
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final DataSource pool;
  private final int accounts;

  PlainPoints(DataSource pool, int accounts) throws SQLException {
    this.pool = pool;
    this.accounts = accounts;
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table plain_account (id bigint primary key, balance bigint not null check"
              + " (balance >= 0))");
      statement.execute(
          "create table plain_entry (id bigserial primary key, account bigint not null, points"
              + " bigint not null, reason varchar(40) not null, at timestamp not null)");
      statement.execute("create index plain_entry_account on plain_entry (account)");
      statement.execute(
          "insert into plain_account select g, 1000000 from generate_series(1, "
              + accounts
              + ") g");
    }
  }

  /** The same account for the same number, spread evenly. */
  static long account(long number, int accounts) {
    return 1 + Long.remainderUnsigned(number * MIX >>> 7, accounts);
  }

  void move(long number) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      long account = account(number, accounts);
      try (PreparedStatement entry =
              connection.prepareStatement(
                  "insert into plain_entry (account, points, reason, at) values (?, ?, 'SPEND',"
                      + " now())");
          PreparedStatement balance =
              connection.prepareStatement(
                  "update plain_account set balance = balance + ? where id = ? and balance + ?"
                      + " >= 0")) {
        entry.setLong(1, 0);
        entry.setLong(2, -10);
        entry.executeUpdate();
        entry.setLong(1, account);
        entry.setLong(2, 10);
        entry.executeUpdate();
        balance.setLong(1, 10);
        balance.setLong(2, account);
        balance.setLong(3, 10);
        if (balance.executeUpdate() != 1) {
          throw new IllegalStateException("not moved: " + number);
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
