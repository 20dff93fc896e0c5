package org.postpurchase.shared.jdbc;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postpurchase.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@link Transactions} over the host's transaction manager, so that our rows and the host's commit
 * together.
 *
 * <p>A transaction of our own that the database gave up for another one (a deadlock, which MySQL
 * resolves that way also between two claims of different rows) is run again from its beginning, at
 * most seven times, each after a short pause of random length, so that those who met once do not
 * meet again. One that belongs to the caller is not: its earlier work would be lost.
 *
 * <p>An attempt inside a transaction is a savepoint, set by hand because the host's manager has
 * none. Outside it is a transaction on a connection alone: rolling back the host's kind empties the
 * entity manager that a web request has open.
 */
public final class SpringTransactions implements Transactions {
  private static final Logger LOG = LoggerFactory.getLogger(SpringTransactions.class);
  private static final int RUNS_MAX = 8;
  private static final int PAUSE_MILLIS = 4;

  private final TransactionTemplate host;
  private final TransactionTemplate alone;
  private final JdbcTemplate jdbc;

  /**
   * @param dataSource the one behind the manager
   */
  public SpringTransactions(PlatformTransactionManager manager, DataSource dataSource) {
    this.host = new TransactionTemplate(manager);
    this.alone = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.jdbc = new JdbcTemplate(dataSource);
  }

  @Override
  public <T> T call(Supplier<T> work) {
    int runs = TransactionSynchronizationManager.isActualTransactionActive() ? RUNS_MAX : 1;
    return call(host, work, runs);
  }

  @Override
  public <T> T attempt(Supplier<T> work) {
    return TransactionSynchronizationManager.isActualTransactionActive()
        ? jdbc.execute((ConnectionCallback<T>) connection -> behindSavepoint(connection, work))
        : call(alone, work, 1);
  }

  private static <T> T call(TransactionTemplate template, Supplier<T> work, int firstRun) {
    int runs = firstRun;
    while (true) {
      try {
        return template.execute(status -> work.get());
      } catch (RuntimeException e) {
        if (runs >= RUNS_MAX || !SqlDialect.isGivenUp(e)) {
          throw e;
        }
        LOG.debug("transaction given up for another one, run={}", runs);
        pause(PAUSE_MILLIS << runs);
        runs++;
      }
    }
  }

  private static void pause(int millisAtMost) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(millisAtMost) + 1L);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // whoever stops us finds out at the next wait
    }
  }

  private static <T> T behindSavepoint(Connection connection, Supplier<T> work)
      throws SQLException {
    Savepoint before = requireNonNull(connection.setSavepoint(), "savepoint");
    T result;
    try {
      result = work.get();
    } catch (RuntimeException | Error failure) {
      rollBack(connection, before, failure);
      throw failure;
    }
    connection.releaseSavepoint(before);
    return result;
  }

  private static void rollBack(Connection connection, Savepoint before, Throwable failure) {
    try {
      connection.rollback(before);
    } catch (SQLException lost) { // with the whole transaction, which the caller will find out
      failure.addSuppressed(lost);
    }
  }
}
