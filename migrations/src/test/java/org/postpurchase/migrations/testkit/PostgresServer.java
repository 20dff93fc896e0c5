package org.postpurchase.migrations.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** One server for the JVM; it stops with it. */
final class PostgresServer {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private PostgresServer() {}

  static TestDatabase fresh() {
    String database = "pp_test_" + COUNT.incrementAndGet();
    execute("create database " + database);
    return new TestDatabase(
        "postgresql",
        SERVER.getJdbcUrl("postgres", database),
        "postgres",
        "postgres",
        () -> execute("drop database " + database + " with (force)"));
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setPGStartupWait(Duration.ofMinutes(2)) // 10 s are little on a busy machine
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("full_page_writes", "on")
          .setServerConfig("max_connections", "300")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
    }
  }

  private static void execute(String sql) {
    try (Connection connection =
        DriverManager.getConnection(SERVER.getJdbcUrl("postgres", "postgres"))) {
      connection.createStatement().execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql + " failed", e);
    }
  }
}
