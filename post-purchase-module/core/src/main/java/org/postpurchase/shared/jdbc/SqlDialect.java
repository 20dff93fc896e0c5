package org.postpurchase.shared.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.postpurchase.shared.PostPurchaseException;

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
  /** MySQL before 8 and MariaDB before 10.6: claims by compare-and-set. */
  MYSQL_WITHOUT_SKIP_LOCKED("utc_timestamp(6)", "interval %d second", false);

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
      return major > 10 || (major == 10 && minor >= 6) ? MYSQL : MYSQL_WITHOUT_SKIP_LOCKED;
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

  public boolean canSkipLocked() {
    return skipLocked;
  }

  /**
   * Turns {@code insert into …} into a statement that does nothing when a unique key is taken,
   * where the database can.
   */
  public String insertIfAbsent(String insert) {
    switch (this) {
      case POSTGRESQL:
        return insert + " on conflict do nothing";
      case MYSQL:
      case MYSQL_WITHOUT_SKIP_LOCKED:
        return insert.replaceFirst("^insert into", "insert ignore into");
      default:
        return insert;
    }
  }
}
