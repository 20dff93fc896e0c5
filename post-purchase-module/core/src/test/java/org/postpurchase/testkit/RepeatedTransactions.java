package org.postpurchase.testkit;

import java.util.function.Supplier;
import org.postpurchase.shared.Transactions;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Transactions in which every piece of work runs twice: once to its end and rolled back, as if the
 * database had given it up for another one, and then for good. Work that keeps to the contract of
 * {@link Transactions} ends the same; work that changes something outside the database shows.
 *
 * <p>Switched on for a whole run by {@code -Dpp.transactions.twice=true}; statements then count
 * double.
 */
public final class RepeatedTransactions implements Transactions {
  private final Transactions transactions;

  public RepeatedTransactions(Transactions transactions) {
    this.transactions = transactions;
  }

  static Transactions ifAsked(Transactions transactions) {
    return Boolean.getBoolean("pp.transactions.twice")
        ? new RepeatedTransactions(transactions)
        : transactions;
  }

  @Override
  public <T> T call(Supplier<T> work) {
    giveUp(work);
    return transactions.call(work);
  }

  @Override
  public <T> T attempt(Supplier<T> work) {
    return transactions.attempt(work);
  }

  private void giveUp(Supplier<?> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return; // the caller's is not run again
    }
    try {
      transactions.run(
          () -> {
            throw new GivenUp(work.get());
          });
    } catch (RuntimeException givenUpOrOfTheWork) {
      return; // what the work throws comes again, and is thrown then
    }
  }

  private static final class GivenUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GivenUp(Object unused) {
      super("given up on purpose, would have answered " + unused, null, false, false);
    }
  }
}
