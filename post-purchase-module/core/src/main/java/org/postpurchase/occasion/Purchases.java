package org.postpurchase.occasion;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.order.FollowingOrders;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;

/**
 * Reads orders as occasions need them, in a number of statements that does not depend on how many
 * they are. Joins the caller's transaction and changes nothing. Safe for concurrent use.
 */
public final class Purchases {
  private final OrderReader orders;
  private final OrderHistory history;
  private final FollowingOrders following;
  private final OrderLineStore lines;

  public Purchases(
      OrderReader orders, OrderHistory history, FollowingOrders following, OrderLineStore lines) {
    this.following = requireNonNull(following, "following");
    this.orders = requireNonNull(orders, "orders");
    this.history = requireNonNull(history, "history");
    this.lines = requireNonNull(lines, "lines");
  }

  /** Those of the orders that the shop still has, cancelled ones too, oldest first. */
  List<Purchase> of(Collection<Long> orderIds) {
    if (orderIds.isEmpty()) {
      return Collections.emptyList();
    }
    Map<Long, OrderSnapshot> found = orders.findAll(orderIds);
    Map<Long, List<Instant>> before = history.earlierOf(found.values());
    Map<Long, List<OrderLineProgress>> progress = lines.readAll(found.keySet());
    List<Purchase> purchases = new ArrayList<>();
    for (OrderSnapshot order : found.values()) {
      purchases.add(
          new Purchase(
              order,
              before.getOrDefault(order.orderId, Collections.emptyList()),
              progress.getOrDefault(order.orderId, Collections.emptyList())));
    }
    purchases.sort(
        Comparator.comparing(
            purchase -> purchase.order.submittedAt,
            Comparator.nullsFirst(Comparator.naturalOrder())));
    return purchases;
  }

  /** The orders that the buyers of those placed next, without those that are cancelled. */
  List<Purchase> after(Collection<Purchase> those) {
    Set<Long> ids = new TreeSet<>();
    those.forEach(purchase -> following.after(purchase.order).ifPresent(ids::add));
    return of(ids);
  }

  /** How many pieces of which product buyers keep, by order; nothing of orders that are gone. */
  Map<Long, Map<Long, Integer>> kept(Collection<Long> orderIds) {
    Map<Long, Map<Long, Integer>> kept = new HashMap<>();
    if (!orderIds.isEmpty()) {
      Map<Long, List<OrderLineProgress>> progress = lines.readAll(orderIds);
      orders
          .findAll(orderIds)
          .forEach(
              (id, order) ->
                  kept.put(
                      id,
                      new Purchase(
                              order,
                              Collections.emptyList(),
                              progress.getOrDefault(id, Collections.emptyList()))
                          .quantities()));
    }
    return kept;
  }
}
