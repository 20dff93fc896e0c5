package org.postpurchase.order;

import java.util.Optional;

/**
 * Reads the host's orders as they are now. Takes part in the caller's transaction; never changes
 * anything.
 */
public interface OrderReader {
  /** Empty when the host has no such order (any more: hosts purge and merge carts). */
  Optional<OrderSnapshot> find(long orderId);

  /** The id behind an order number, when there is one. */
  Optional<Long> idOfNumber(String orderNumber);
}
