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

  /**
   * The same for work on our own tables in the middle of somebody else's: a failure undoes only
   * this piece of work, and leaves the caller's transaction and whatever objects the caller has
   * open as they were.
   */
  default <T> T attempt(Supplier<T> work) {
    return call(work);
  }

  default void run(Runnable work) {
    call(
        () -> {
          work.run();
          return null;
        });
  }
}
