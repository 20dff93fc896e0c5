package org.postpurchase.order;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the host's orders as they are now. Takes part in the caller's transaction; never changes
 * anything.
 */
public interface OrderReader {
  /** Empty when the host has no such order (any more: hosts purge and merge carts). */
  Optional<OrderSnapshot> find(long orderId);

  /**
   * Those of the orders that there are, by id, read in a number of statements that does not depend
   * on how many they are. The host's own reader must do better than this loop.
   */
  default Map<Long, OrderSnapshot> findAll(Collection<Long> orderIds) {
    Map<Long, OrderSnapshot> found = new LinkedHashMap<>();
    orderIds.forEach(id -> find(id).ifPresent(order -> found.put(id, order)));
    return found;
  }

  /** The id behind an order number, when there is one. */
  Optional<Long> idOfNumber(String orderNumber);
}
