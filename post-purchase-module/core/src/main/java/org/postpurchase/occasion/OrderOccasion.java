package org.postpurchase.occasion;

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

  /** Whether orders of which something is cancelled or comes back bring about nothing any more. */
  boolean endsWithOrder();
}
