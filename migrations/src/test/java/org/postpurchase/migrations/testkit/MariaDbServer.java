package org.postpurchase.migrations.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.opentest4j.TestAbortedException;

/** A server that somebody else runs; its user must be allowed to create databases. */
final class MariaDbServer {
  static final String SETTING = "PP_MARIADB_URL";

  private MariaDbServer() {}

  static Optional<String> url() {
    String property = System.getProperty(SETTING, System.getenv(SETTING));
    return Optional.ofNullable(property).filter(value -> !value.isBlank());
  }

  static TestDatabase fresh() {
    String url =
        url()
            .orElseThrow(
                () ->
                    new TestAbortedException(
                        "no MariaDB to test on: set the system property or environment variable "
                            + SETTING
                            + ", for example jdbc:mariadb://127.0.0.1:3306/?user=root"));
    String database = "pp_test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    execute(url, "create database " + database + " character set utf8mb4");
    return new TestDatabase(
        "mariadb",
        withDatabase(url, database),
        null,
        null,
        () -> execute(url, "drop database " + database));
  }

  /** Turns {@code jdbc:mariadb://host:port/?user=x} into the same URL for one database. */
  private static String withDatabase(String url, String database) {
    int afterHost = url.indexOf('/', url.indexOf("://") + 3);
    String server = afterHost < 0 ? url : url.substring(0, afterHost);
    int options = url.indexOf('?');
    return server + "/" + database + (options < 0 ? "" : url.substring(options));
  }

  private static void execute(String url, String sql) {
    try (Connection connection = DriverManager.getConnection(url)) {
      connection.createStatement().execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql + " failed", e);
    }
  }
}
