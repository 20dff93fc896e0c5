package org.postpurchase.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;

/** A host's orders in memory. */
public final class KnownOrders implements OrderReader {
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
