package org.postpurchase.migrations;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Brings a store's database up to date with this version of the plugin.
 *
 * <p>Supported are HSQLDB 2.3, PostgreSQL, MySQL 8 and MariaDB. Tables are created in the default
 * schema of the connections; progress is kept in {@code PP_CHANGELOG}, apart from a store's own
 * Liquibase.
 *
 * <p>Repetition: a run on an up-to-date database changes nothing. Concurrency: runs of several
 * processes wait for each other through one row in {@code PP_CHANGELOG_LOCK}; the waiting one then
 * finds the work done. Crash: every change is one statement or one transaction and checks whether
 * it is needed, so the next run continues; a lock whose holder stopped giving signs of life is
 * taken over after about twenty seconds.
 *
 * <p>A run borrows up to two connections at the same time from the data source. Do not call it from
 * within a transaction.
 */
public final class Migrations {
  private final DataSource dataSource;
  private final LockTiming timing;

  /** Prepares runs on the database behind {@code dataSource}; nothing is opened yet. */
  public Migrations(DataSource dataSource) {
    this(dataSource, LockTiming.standard());
  }

  Migrations(DataSource dataSource, LockTiming timing) {
    this.dataSource = requireNonNull(dataSource, "dataSource");
    this.timing = timing;
  }

  /**
   * Applies what is missing, and waits up to ten minutes for another process doing the same.
   *
   * @throws MigrationException if the database refuses; finished changes stay
   */
  public MigrationReport run(Phase phase) {
    requireNonNull(phase, "phase");
    try (RunLock lock = RunLock.acquire(dataSource, timing);
        Connection connection = dataSource.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      try {
        return IsolatedLiquibase.update(connection, phase, lock.abandonedBy());
      } finally {
        connection.setAutoCommit(autoCommit);
      }
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  /**
   * The SQL that {@link #run} would execute now, for a database administrator to run by hand.
   * Nothing is written to the database and no lock is taken.
   *
   * @throws MigrationException if the database cannot be read
   */
  public String sql(Phase phase) {
    requireNonNull(phase, "phase");
    try (Connection connection = dataSource.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      try {
        return IsolatedLiquibase.sql(connection, phase);
      } finally {
        connection.setAutoCommit(autoCommit);
      }
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  /**
   * The SQL that brings an empty database up to date, made without any database. With {@link
   * Phase#ALL} it also expects the host's {@code BLC_ADMIN_*} tables and roles.
   *
   * @throws MigrationException if the SQL cannot be made
   */
  public static String offlineSql(TargetDatabase database, Phase phase) {
    String sql =
        IsolatedLiquibase.offlineSql(
            requireNonNull(database, "database"), requireNonNull(phase, "phase"));
    // without a database Liquibase writes it in small letters, which MySQL takes for another table
    return sql.replace("pp_changelog ", "PP_CHANGELOG ");
  }

  private static MigrationException unreachable(SQLException e) {
    return new MigrationException(
        "The database could not be used for the migration: "
            + e.getMessage()
            + ". Check that it is running and that URL, user and password are right.",
        e);
  }
}
