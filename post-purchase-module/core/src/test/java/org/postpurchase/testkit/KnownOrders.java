package org.postpurchase.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;

/** A host's orders in memory. */
public final class KnownOrders implements OrderReader, OrderHistory {
  private final Map<Long, OrderSnapshot> orders = new ConcurrentHashMap<>();

  public KnownOrders with(OrderFixture order) {
    OrderSnapshot snapshot = order.build();
    orders.put(snapshot.orderId, snapshot);
    return this;
  }

  public void forget(long orderId) {
    orders.remove(orderId);
  }

  @Override
  public boolean hasEarlier(OrderSnapshot order) {
    return hasOther(order, other -> other.submittedAt.isBefore(order.submittedAt));
  }

  @Override
  public boolean hasLater(OrderSnapshot order) {
    return hasOther(order, other -> other.submittedAt.isAfter(order.submittedAt));
  }

  private boolean hasOther(OrderSnapshot order, Predicate<OrderSnapshot> when) {
    return orders.values().stream()
        .filter(other -> other.orderId != order.orderId && other.state == OrderState.SUBMITTED)
        .filter(other -> other.email.equalsIgnoreCase(order.email))
        .anyMatch(when);
  }

  @Override
  public Optional<OrderSnapshot> find(long orderId) {
    return Optional.ofNullable(orders.get(orderId));
  }

  @Override
  public Optional<Long> idOfNumber(String orderNumber) {
    return orders.values().stream()
        .filter(o -> o.number.equals(orderNumber))
        .map(o -> o.orderId)
        .findFirst();
  }
}
