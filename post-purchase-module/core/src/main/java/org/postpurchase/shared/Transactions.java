package org.postpurchase.shared;

import java.util.function.Supplier;

/**
 * Runs a piece of work in a database transaction: joins the caller's when there is one, else begins
 * and commits its own.
 */
public interface Transactions {
  <T> T call(Supplier<T> work);

  default void run(Runnable work) {
    call(
        () -> {
          work.run();
          return null;
        });
  }
}
