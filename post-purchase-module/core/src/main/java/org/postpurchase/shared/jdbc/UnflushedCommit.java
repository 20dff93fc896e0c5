package org.postpurchase.shared.jdbc;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lets the current transaction commit without waiting for the disk, on PostgreSQL; elsewhere it
 * does nothing.
 *
 * <p>Only for a transaction whose loss changes nothing but that its work is done again: one that
 * claims rows, or passes events on, and that nothing outside the database has seen. A commit that
 * waits, of any transaction, also writes those that came before it, so a later effect never
 * survives a crash of the database without the claim that led to it. A crash of the application
 * loses nothing. One statement; it ends with the transaction.
 */
public final class UnflushedCommit {
  private static final String ALLOW = "set local synchronous_commit to off";

  private UnflushedCommit() {}

  public static void allow(JdbcTemplate jdbc, SqlDialect dialect) {
    if (dialect == SqlDialect.POSTGRESQL) {
      jdbc.execute(ALLOW);
    }
  }
}
