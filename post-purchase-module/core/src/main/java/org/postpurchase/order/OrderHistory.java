package org.postpurchase.order;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * When the person placed the submitted orders before this one, which is not among them, in no
   * particular order.
   */
  List<Instant> earlier(OrderSnapshot order);

  /**
   * Whether the person has placed an order since that is not cancelled.
   *
   * @param mailbox by its key; empty when it is not known
   * @param customerId 0 without an account
   */
  boolean hasOrderedSince(String mailbox, long customerId, Instant since);

  /** Those of the buyers for whom {@link #hasOrderedSince} holds. */
  default Set<BuyerSince> orderedSince(Collection<BuyerSince> buyers) {
    return buyers.stream()
        .filter(b -> hasOrderedSince(b.mailbox, b.customerId, b.since))
        .collect(Collectors.toSet());
  }

  /** {@link #earlier} for many, by their ids. */
  default Map<Long, List<Instant>> earlierOf(Collection<OrderSnapshot> orders) {
    Map<Long, List<Instant>> earlier = new HashMap<>();
    orders.forEach(order -> earlier.put(order.orderId, earlier(order)));
    return earlier;
  }

  /** Whether the person has placed another order after this one that is not cancelled. */
  boolean hasLater(OrderSnapshot order);
}
