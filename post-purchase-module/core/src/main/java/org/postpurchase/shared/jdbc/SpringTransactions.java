package org.postpurchase.shared.jdbc;

import java.util.function.Supplier;
import org.postpurchase.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@link Transactions} over the host's transaction manager, so that our rows and the host's commit
 * together.
 *
 * <p>A transaction of our own that the database gave up for another one (a deadlock, which MySQL
 * resolves that way also between two claims of different rows) is run again from its beginning, at
 * most four times. One that belongs to the caller is not: its earlier work would be lost.
 */
public final class SpringTransactions implements Transactions {
  private static final Logger LOG = LoggerFactory.getLogger(SpringTransactions.class);
  private static final int RUNS_MAX = 5;

  private final TransactionTemplate template;

  public SpringTransactions(PlatformTransactionManager manager) {
    this.template = new TransactionTemplate(manager);
  }

  @Override
  public <T> T call(Supplier<T> work) {
    int runs = TransactionSynchronizationManager.isActualTransactionActive() ? RUNS_MAX : 1;
    while (true) {
      try {
        return template.execute(status -> work.get());
      } catch (RuntimeException e) {
        if (runs >= RUNS_MAX || !SqlDialect.isGivenUp(e)) {
          throw e;
        }
        LOG.debug("transaction given up for another one, run={}", runs);
        runs++;
      }
    }
  }
}
