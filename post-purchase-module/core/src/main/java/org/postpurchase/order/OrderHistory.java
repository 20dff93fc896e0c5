package org.postpurchase.order;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What else a buyer has ordered, by e-mail address and customer id. Joins the caller's transaction.
 */
public interface OrderHistory {
  /** Whether the person has another submitted order from before this one, or before this cart. */
  boolean hasEarlier(OrderSnapshot order);

  /** The ids of those of the orders that {@link #hasEarlier}. */
  default Set<Long> withEarlier(Collection<OrderSnapshot> orders) {
    return orders.stream().filter(this::hasEarlier).map(o -> o.orderId).collect(Collectors.toSet());
  }

  /** The ids of those of the orders that {@link #hasLater}. */
  default Set<Long> withLater(Collection<OrderSnapshot> orders) {
    return orders.stream().filter(this::hasLater).map(o -> o.orderId).collect(Collectors.toSet());
  }

  /** Whether the person has placed another order after this one that is not cancelled. */
  boolean hasLater(OrderSnapshot order);
}
