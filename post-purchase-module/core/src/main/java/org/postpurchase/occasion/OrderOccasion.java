package org.postpurchase.occasion;

import java.util.Collection;
import java.util.List;

/** An occasion that orders bring about, or put off. */
public interface OrderOccasion extends Occasion {
  /**
   * What becomes of people's next looks. Called only while a series waits for the occasion, joins
   * the caller's transaction, and changes nothing when it is called again for the same orders.
   *
   * @param placed orders that were just placed, oldest first
   */
  List<DueOccasion> plan(List<Purchase> placed, DueOccasions rows);

  /**
   * Some of these orders was cancelled or came back. Changes what follows from it, by what the
   * buyers keep by now; repeating it changes nothing. Does nothing for an occasion that looks at
   * orders when its time has come.
   *
   * @param orderIds of which something was cancelled or came back
   * @param known as they are now; one that is not among them is gone
   */
  default void change(Collection<Long> orderIds, List<Purchase> known, DueOccasions rows) {}
}
