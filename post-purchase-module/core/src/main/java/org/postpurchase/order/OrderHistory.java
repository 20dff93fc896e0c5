package org.postpurchase.order;

/**
 * What else a buyer has ordered, by e-mail address and customer id. Joins the caller's transaction.
 */
public interface OrderHistory {
  /** Whether the person has another submitted order from before this one, or before this cart. */
  boolean hasEarlier(OrderSnapshot order);

  /** Whether the person has placed another order after this one that is not cancelled. */
  boolean hasLater(OrderSnapshot order);
}
