package org.postpurchase.benchmarks.measure;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL that keeps its promises: nothing is measured while fsync, synchronous_commit or
 * full_page_writes is off.
 */
public final class Server implements AutoCloseable {
  private static final List<String> MUST_BE_ON =
      List.of("fsync", "synchronous_commit", "full_page_writes");
  private static final List<String> SHOWN =
      List.of(
          "server_version",
          "fsync",
          "synchronous_commit",
          "full_page_writes",
          "wal_sync_method",
          "commit_delay",
          "shared_buffers",
          "autovacuum",
          "max_wal_size");

  private final AtomicInteger databases = new AtomicInteger();
  private final EmbeddedPostgres postgres;

  private Server(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /**
   * Starts one on a free port; it ends with {@link #close}.
   *
   * @throws IllegalStateException if it is not durable
   */
  public static Server start() throws IOException, SQLException {
    return start(EmbeddedPostgres.builder());
  }

  /** The same on a directory that stays, with what an earlier run has left in it. */
  public static Server start(Path data) throws IOException, SQLException {
    Files.createDirectories(data);
    return start(
        EmbeddedPostgres.builder()
            .setDataDirectory(data.toAbsolutePath().toFile())
            .setCleanDataDirectory(false));
  }

  private static Server start(EmbeddedPostgres.Builder builder) throws IOException, SQLException {
    Server server =
        new Server(
            builder
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("max_connections", "300")
                .setPGStartupWait(Duration.ofMinutes(2))
                .start());
    try (Connection connection = DriverManager.getConnection(server.url("postgres"))) {
      refuseUnlessDurable(settings(connection));
      Pressure.belongs(postmaster(connection));
    }
    return server;
  }

  /** The process that all others of the database are children of. */
  private static long postmaster(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)")) {
      row.next();
      return Long.parseLong(row.getString(1).trim());
    }
  }

  /**
   * @throws IllegalStateException naming what is off
   */
  public static void refuseUnlessDurable(Map<String, Object> settings) {
    for (String name : MUST_BE_ON) {
      if (!"on".equals(settings.get(name))) {
        throw new IllegalStateException(
            "Nothing is measured: the database's "
                + name
                + " is "
                + settings.get(name)
                + ". Numbers without it are 2 to 13 times too fast; switch it on.");
      }
    }
  }

  public static Map<String, Object> settings(Connection connection) throws SQLException {
    Map<String, Object> found = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement()) {
      for (String name : SHOWN) {
        try (ResultSet row = statement.executeQuery("show " + name)) {
          row.next();
          found.put(name, row.getString(1));
        }
      }
    }
    return found;
  }

  public Map<String, Object> settings() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url("postgres"))) {
      return settings(connection);
    }
  }

  /** The address of a new, empty database. */
  public String fresh() throws SQLException {
    return create("bench_" + databases.incrementAndGet());
  }

  /** The address of a new, empty database of that name; one that is there is dropped. */
  public String create(String name) throws SQLException {
    execute("drop database if exists " + name + " with (force)");
    execute("create database " + name);
    return url(name);
  }

  /** A copy of a database that nobody is connected to. */
  public void copy(String from, String to) throws SQLException {
    execute("drop database if exists " + to + " with (force)");
    execute("create database " + to + " template " + from);
  }

  public void rename(String from, String to) throws SQLException {
    execute("alter database " + from + " rename to " + to);
  }

  public boolean has(String name) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url("postgres"));
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
      return found.next();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public String url(String database) {
    return postgres.getJdbcUrl("postgres", database);
  }

  /** A pool of its own, as each node of a shop has. */
  public static HikariDataSource pool(String url, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(connections);
    return new HikariDataSource(config);
  }

  /** What is written to disk before it is told to stop does not keep it from stopping in time. */
  @Override
  public void close() throws IOException, SQLException {
    execute("checkpoint");
    postgres.close();
  }
}
