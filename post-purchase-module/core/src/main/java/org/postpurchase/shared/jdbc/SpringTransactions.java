package org.postpurchase.shared.jdbc;

import java.util.function.Supplier;
import org.postpurchase.shared.Transactions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@link Transactions} over the host's transaction manager, so that our rows and the host's commit
 * together.
 */
public final class SpringTransactions implements Transactions {
  private final TransactionTemplate template;

  public SpringTransactions(PlatformTransactionManager manager) {
    this.template = new TransactionTemplate(manager);
  }

  @Override
  public <T> T call(Supplier<T> work) {
    return template.execute(status -> work.get());
  }
}
