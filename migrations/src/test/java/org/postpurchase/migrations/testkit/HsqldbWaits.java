package org.postpurchase.migrations.testkit;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends waits of HSQLDB's sessions for transactions that are over.
 *
 * <p>In its multi-version mode (2.7.4, {@code TransactionManagerMVCC.addDeleteAction}) a statement
 * that meets a row changed by another session first notes which one and then, under another lock,
 * queues itself there. If the other one commits in between, nobody wakes the statement until that
 * session ends its next transaction; an idle connection of a pool has none. So each idle connection
 * is given one while somebody waits.
 */
final class HsqldbWaits implements AutoCloseable {
  /** Something must be read from a table: without one HSQLDB begins no transaction. */
  static final String TRANSACTION = "select count(*) from SYSTEM_LOBS.BLOCKS";

  private static final String WAITING =
      "select count(*) from INFORMATION_SCHEMA.SYSTEM_SESSIONS where LATCH_COUNT > 0";

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread daemon = new Thread(work, "hsqldb-waits");
            daemon.setDaemon(true);
            return daemon;
          });
  private final HikariDataSource pool;

  private HsqldbWaits(HikariDataSource pool) {
    this.pool = pool;
  }

  /** Looks once a second until it is closed. */
  static HsqldbWaits watch(HikariDataSource pool) {
    HsqldbWaits waits = new HsqldbWaits(pool);
    waits.thread.scheduleWithFixedDelay(waits::look, 1, 1, TimeUnit.SECONDS);
    return waits;
  }

  private void look() {
    try {
      if (somebodyWaits()) {
        useIdleOnes();
      }
    } catch (SQLException e) {
      // the database is being closed or has no connection to spare; the next look follows
    }
  }

  private boolean somebodyWaits() throws SQLException {
    try (Connection own =
            DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
        Statement statement = own.createStatement();
        ResultSet row = statement.executeQuery(WAITING)) {
      return row.next() && row.getInt(1) > 0;
    }
  }

  private void useIdleOnes() throws SQLException {
    List<Connection> taken = new ArrayList<>();
    try {
      for (int idle = pool.getHikariPoolMXBean().getIdleConnections(); idle > 0; idle--) {
        Connection connection = pool.getConnection();
        taken.add(connection);
        try (Statement statement = connection.createStatement()) {
          statement.execute(TRANSACTION);
        }
      }
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
