package org.postpurchase.shared;

import java.util.function.Supplier;

/**
 * Runs a piece of work in a database transaction: joins the caller's when there is one, else begins
 * and commits its own.
 *
 * <p>The work may run more than once when the database gave up the whole transaction for another
 * one, so it changes nothing outside the database.
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
