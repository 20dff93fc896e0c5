package org.postpurchase.interest;

import java.time.Instant;
import java.util.List;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.testkit.KnownOrders;

/** The orders of the world, which is made after the trigger. */
final class LateHistory implements OrderHistory {
  KnownOrders orders;

  @Override
  public boolean hasEarlier(OrderSnapshot order) {
    return orders.hasEarlier(order);
  }

  @Override
  public List<Instant> earlier(OrderSnapshot order) {
    return orders.earlier(order);
  }

  @Override
  public boolean hasLater(OrderSnapshot order) {
    return orders.hasLater(order);
  }

  @Override
  public boolean hasOrderedSince(String mailbox, long customerId, Instant since) {
    return orders.hasOrderedSince(mailbox, customerId, since);
  }
}
