package org.postpurchase.holdout;

import java.time.Instant;
import java.util.Map;

/** One kind of comparison for which orders of the people in it are counted. */
public interface OrdersOfCompared {
  /** Whether an order of that moment can count in any of them. No statement of its own. */
  boolean canCount(Instant orderedAt);

  /**
   * Notes the orders that count, in the caller's transaction; doing it again changes nothing.
   *
   * @param placed by order, when it was placed
   * @param mailboxes by order, the key of the mailbox that placed it; without those that have none
   */
  void count(Map<Long, Instant> placed, Map<Long, String> mailboxes);
}
