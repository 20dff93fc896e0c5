package org.postpurchase.admin.testkit;

import java.util.function.Supplier;
import org.postpurchase.shared.Transactions;

/** Runs work without a transaction. */
public final class Directly implements Transactions {
  @Override
  public <T> T call(Supplier<T> work) {
    return work.get();
  }
}
