package org.postpurchase.admin.access;

import java.util.function.Supplier;
import org.postpurchase.shared.Transactions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Always a transaction of its own, for what must be kept when the surrounding one is rolled back.
 *
 * <p>Needs a second connection while it runs: not for use in loops.
 */
final class SeparateTransactions implements Transactions {
  private final TransactionTemplate template;

  public SeparateTransactions(PlatformTransactionManager manager) {
    template = new TransactionTemplate(manager);
    template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public <T> T call(Supplier<T> work) {
    return template.execute(status -> work.get());
  }
}
