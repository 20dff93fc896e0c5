package org.postpurchase.shared.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.postpurchase.shared.PostPurchaseException;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * What differs between the supported databases: the clock, insert-if-absent and row locks that
 * skip.
 */
public enum SqlDialect {
  HSQLDB(
      "cast(current_timestamp at time zone interval '0:00' hour to minute as timestamp(6))",
      "interval '%d' second",
      false),
  POSTGRESQL("(clock_timestamp() at time zone 'UTC')", "interval '%d seconds'", true),
  MYSQL("utc_timestamp(6)", "interval %d second", true),
  MARIADB("utc_timestamp(6)", "interval %d second", true),
  /** MySQL before 8 and MariaDB before 10.6: claims by compare-and-set. */
  MYSQL_WITHOUT_SKIP_LOCKED("utc_timestamp(6)", "interval %d second", false);

  private static final int MYSQL_DUPLICATE = 1062;
  private static final String MISSING_ROW = "45000";

  /** How several statements are written as one. */
  static final class Together {
    final String begin;
    final String afterChange;
    final String end;

    /** Whether a change answers with the number of its rows. */
    final boolean counts;

    private Together(String begin, String afterChange, String end, boolean counts) {
      this.begin = begin;
      this.afterChange = afterChange;
      this.end = end;
      this.counts = counts;
    }
  }

  private static final Together LIST = new Together("", "; ", "", true);

  /** MariaDB's block without a procedure; it answers with rows only, so it counts by itself. */
  private static final Together BLOCK =
      new Together(
          "begin not atomic ",
          "; if row_count() = 0 then signal sqlstate '" + MISSING_ROW + "'; end if; ",
          "end",
          false);

  private final String now;
  private final String interval;
  private final boolean skipLocked;

  SqlDialect(String now, String interval, boolean skipLocked) {
    this.now = now;
    this.interval = interval;
    this.skipLocked = skipLocked;
  }

  /**
   * Asks the database which it is.
   *
   * @throws PostPurchaseException for a database that is not supported, naming it
   */
  public static SqlDialect of(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return of(connection);
    } catch (SQLException e) {
      throw new PostPurchaseException(
          "The shop's database cannot be reached: " + e.getMessage(), e);
    }
  }

  /** The same for an open connection. */
  public static SqlDialect of(Connection connection) throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    return of(
        meta.getDatabaseProductName(),
        meta.getDatabaseProductVersion(),
        meta.getDatabaseMajorVersion(),
        meta.getDatabaseMinorVersion());
  }

  static SqlDialect of(String product, String version, int major, int minor) {
    String name = product.toLowerCase(Locale.ROOT);
    if (name.contains("hsql")) {
      return HSQLDB;
    }
    if (name.contains("postgres")) {
      return POSTGRESQL;
    }
    if (name.contains("mariadb") || version.toLowerCase(Locale.ROOT).contains("mariadb")) {
      return major > 10 || (major == 10 && minor >= 6) ? MARIADB : MYSQL_WITHOUT_SKIP_LOCKED;
    }
    if (name.contains("mysql")) {
      return major >= 8 ? MYSQL : MYSQL_WITHOUT_SKIP_LOCKED;
    }
    throw new PostPurchaseException(
        "The database '"
            + product
            + " "
            + version
            + "' is not supported; use PostgreSQL, MySQL, MariaDB or HSQLDB.");
  }

  /** The database's own time in UTC, as an expression. */
  public String now() {
    return now;
  }

  /** The database's own time so many seconds from now, as an expression. */
  public String nowPlusSeconds(long seconds) {
    return now + " + " + String.format(Locale.ROOT, interval, seconds);
  }

  /** Null where statements have to be sent one by one. */
  Together together() {
    return this == POSTGRESQL ? LIST : this == MARIADB ? BLOCK : null;
  }

  public boolean canSkipLocked() {
    return skipLocked;
  }

  /**
   * Turns {@code insert into …} into a statement that does nothing when a unique key is taken,
   * where the database can do that without hiding other mistakes. MySQL's {@code insert ignore}
   * cannot: it also cuts off what is too long.
   */
  public String insertIfAbsent(String insert) {
    return this == POSTGRESQL ? insert + " on conflict do nothing" : insert;
  }

  /**
   * Turns {@code insert into TABLE (KEY, …} into a statement after which the row is there and, on
   * MySQL, locked for us alone: the shared lock that a refused insert leaves behind ends in
   * deadlocks when the row is updated next.
   */
  String insertOrKeep(String insert) {
    if (this == HSQLDB || this == POSTGRESQL) {
      return insertIfAbsent(insert);
    }
    String key = insert.substring(insert.indexOf('(') + 1, insert.indexOf(',')).trim();
    return insert + " on duplicate key update " + key + " = " + key;
  }

  /**
   * What to append to a select so that it sees what others committed in the meantime, also where
   * the transaction otherwise reads from a snapshot (MySQL's default).
   */
  public String latest() {
    return this == HSQLDB || this == POSTGRESQL ? "" : " lock in share mode";
  }

  /**
   * What to append to a select so that its rows are locked until the transaction ends; nothing
   * where a select takes no lock that others wait for.
   */
  public String forUpdate() {
    return skipLocked ? " for update" : "";
  }

  /**
   * What to append to a table's name so that rows are found, and locked, by the primary key and not
   * by whatever else the database thinks is cheaper for a small table.
   */
  public String byPrimaryKey() {
    return this == MYSQL || this == MARIADB ? " force index (primary)" : "";
  }

  /**
   * A statement after which tables are joined as sets until the transaction ends; empty where that
   * needs none. PostgreSQL plans by what it saw when it last looked, and joins a table that was
   * empty then row by row, however full it has become in this transaction.
   */
  public String joinsInSets() {
    return this == POSTGRESQL ? "set local enable_nestloop = off" : "";
  }

  /**
   * Whether a statement failed only because a unique key was taken. Looks behind the wrapping of
   * whoever stands between us and the driver: on the connection of a Hibernate session, failures
   * come out as Hibernate's own.
   */
  public static boolean isTaken(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException) {
        SQLException e = (SQLException) t;
        return "23505".equals(e.getSQLState()) || e.getErrorCode() == MYSQL_DUPLICATE;
      }
    }
    return false;
  }

  /** Whether a block of statements ended because a change met no row. */
  static boolean isMissing(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException) {
        return MISSING_ROW.equals(((SQLException) t).getSQLState());
      }
    }
    return false;
  }

  /**
   * Whether the database gave up the transaction for another one (SQL state class 40), whoever
   * wraps the failure.
   */
  static boolean isGivenUp(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof ConcurrencyFailureException) {
        return true;
      }
      if (t instanceof SQLException) {
        String state = ((SQLException) t).getSQLState();
        return state != null && state.startsWith("40");
      }
    }
    return false;
  }
}
