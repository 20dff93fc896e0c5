package org.postpurchase.migrations.testkit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.opentest4j.TestAbortedException;
import org.postpurchase.migrations.Migrations;
import org.postpurchase.migrations.Phase;
import org.postpurchase.migrations.TargetDatabase;

/**
 * A database that belongs to one test (or one test class) alone: empty when it is handed out, gone
 * after {@link #close()}.
 *
 * <p>HSQLDB runs in memory, PostgreSQL as one embedded server for the whole JVM, MariaDB on the
 * server named by the system property or environment variable {@code PP_MARIADB_URL}.
 */
public final class TestDatabase implements AutoCloseable {
  private static final Map<String, SqlScript> PRINTED = new ConcurrentHashMap<>();

  private final String name;
  private final String jdbcUrl;
  private final String user;
  private final String password;
  private final Runnable drop;
  private final HikariDataSource pool;
  private final Runnable waits;

  TestDatabase(String name, String jdbcUrl, String user, String password, Runnable drop) {
    this.name = name;
    this.jdbcUrl = jdbcUrl;
    this.user = user;
    this.password = password;
    this.drop = drop;
    this.pool = new HikariDataSource(poolConfiguration());
    this.waits = name.equals("hsqldb") ? HsqldbWaits.watch(pool)::close : () -> {};
  }

  /** A fresh database on each server that is available here; close every one of them. */
  public static List<TestDatabase> supported() {
    List<TestDatabase> databases = new ArrayList<>(List.of(hsqldb(), postgres()));
    if (MariaDbServer.url().isPresent()) {
      databases.add(mariadb());
    }
    return databases;
  }

  /** HSQLDB in memory, with its multi-version mode, so that readers do not wait for writers. */
  public static TestDatabase hsqldb() {
    return HsqldbMemory.fresh();
  }

  /** HSQLDB likewise, for several processes at once; it lives in this JVM. */
  public static TestDatabase hsqldbServed() {
    return HsqldbMemory.served();
  }

  /** PostgreSQL with {@code fsync} and {@code synchronous_commit} switched on. */
  public static TestDatabase postgres() {
    return PostgresServer.fresh();
  }

  /**
   * MariaDB.
   *
   * @throws TestAbortedException if no server is configured, so that the test counts as skipped
   */
  public static TestDatabase mariadb() {
    return MariaDbServer.fresh();
  }

  /** Which kind it is: {@code hsqldb}, {@code postgresql} or {@code mariadb}. */
  public String name() {
    return name;
  }

  /** A pool of up to 16 connections, opened on demand. */
  public DataSource dataSource() {
    return pool;
  }

  public String jdbcUrl() {
    return jdbcUrl;
  }

  public String user() {
    return user;
  }

  public String password() {
    return password;
  }

  /** Creates the plugin's tables as a shop does. */
  public TestDatabase migrate() {
    new Migrations(pool).run(Phase.SCHEMA);
    return this;
  }

  /**
   * Creates the plugin's tables from the SQL that the migrations print, which makes the same ones
   * ({@code MigrationsContract}); printed once in a JVM, it takes a fraction of the time.
   */
  public TestDatabase withTables() {
    return with(Phase.SCHEMA);
  }

  /** Likewise for what that phase makes; the host's tables that it fills must be there. */
  public TestDatabase with(Phase phase) {
    try {
      PRINTED.computeIfAbsent(name + phase, key -> printed(name, phase)).run(pool);
      return this;
    } catch (SQLException e) {
      throw new IllegalStateException("the tables were not made on " + name, e);
    }
  }

  private static SqlScript printed(String name, Phase phase) {
    TargetDatabase target = TargetDatabase.valueOf(name.toUpperCase(Locale.ROOT));
    return SqlScript.of(Migrations.offlineSql(target, phase));
  }

  @Override
  public void close() {
    waits.run();
    pool.close();
    drop.run();
  }

  @Override
  public String toString() {
    return name;
  }

  private HikariConfig poolConfiguration() {
    HikariConfig configuration = new HikariConfig();
    configuration.setJdbcUrl(jdbcUrl);
    configuration.setUsername(user);
    configuration.setPassword(password);
    configuration.setMaximumPoolSize(16);
    configuration.setMinimumIdle(0);
    configuration.setConnectionTimeout(120_000); // many threads, few connections, a busy machine
    if (name.equals("hsqldb")) {
      configuration.setConnectionTestQuery("select 1 from INFORMATION_SCHEMA.SYSTEM_USERS");
    }
    return configuration;
  }
}
