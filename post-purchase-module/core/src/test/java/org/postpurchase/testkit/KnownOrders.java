package org.postpurchase.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.postpurchase.order.FollowingOrders;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.order.PlacedOrder;
import org.postpurchase.order.PlacedOrders;
import org.postpurchase.shared.EmailAddress;

/** A host's orders in memory. */
public final class KnownOrders implements OrderReader, OrderHistory, FollowingOrders, PlacedOrders {
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
  public List<Instant> earlier(OrderSnapshot order) {
    return orders.values().stream()
        .filter(other -> other.orderId != order.orderId && other.state == OrderState.SUBMITTED)
        .filter(other -> other.email.equalsIgnoreCase(order.email))
        .filter(other -> other.submittedAt.isBefore(order.submittedAt))
        .map(other -> other.submittedAt)
        .toList();
  }

  @Override
  public boolean hasOrderedSince(String mailbox, long customerId, Instant since) {
    return orders.values().stream()
        .filter(o -> o.state == OrderState.SUBMITTED && o.submittedAt.isAfter(since))
        .anyMatch(
            o ->
                EmailAddress.stored(o.email).key().equals(mailbox)
                    || (customerId > 0 && o.customerId == customerId));
  }

  @Override
  public boolean hasLater(OrderSnapshot order) {
    return hasOther(order, other -> other.submittedAt.isAfter(order.submittedAt));
  }

  @Override
  public OptionalLong after(OrderSnapshot order) {
    return orders.values().stream()
        .filter(other -> other.state == OrderState.SUBMITTED)
        .filter(other -> other.email.equalsIgnoreCase(order.email))
        .filter(other -> other.submittedAt.isAfter(order.submittedAt))
        .sorted(Comparator.comparing((OrderSnapshot other) -> other.submittedAt))
        .mapToLong(other -> other.orderId)
        .findFirst();
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

  @Override
  public Pages newestFirst(Instant from, Instant until) {
    Iterator<OrderSnapshot> walk =
        orders.values().stream()
            .filter(o -> o.submittedAt != null)
            .filter(o -> !o.submittedAt.isBefore(from) && o.submittedAt.isBefore(until))
            .sorted(Comparator.comparingLong((OrderSnapshot o) -> o.orderId).reversed())
            .iterator();
    return atMost -> {
      List<PlacedOrder> page = new ArrayList<>();
      while (page.size() < atMost && walk.hasNext()) {
        OrderSnapshot order = walk.next();
        page.add(new PlacedOrder(order, !hasEarlier(order)));
      }
      return page;
    };
  }
}
