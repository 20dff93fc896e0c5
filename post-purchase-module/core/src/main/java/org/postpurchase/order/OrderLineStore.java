package org.postpurchase.order;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.shared.Money;

/**
 * Keeps {@link OrderLineProgress}, and what money went back. All methods join the caller's
 * transaction.
 */
public interface OrderLineStore {
  /** Creates the rows of the order's lines where they are missing. */
  void ensure(OrderSnapshot order, Instant now);

  /**
   * The order's lines in ascending id, locked against other writers until the transaction ends.
   * Their rows must be there; what others committed before the lock is seen.
   */
  List<OrderLineProgress> lock(OrderSnapshot order);

  /** {@link #lock} for many orders, by order id, locked in ascending order of the lines. */
  default Map<Long, List<OrderLineProgress>> lockAll(Collection<OrderSnapshot> orders) {
    Map<Long, List<OrderLineProgress>> lines = new LinkedHashMap<>();
    orders.forEach(order -> lines.put(order.orderId, lock(order)));
    return lines;
  }

  /** {@link #read} for many orders, by order id. */
  default Map<Long, List<OrderLineProgress>> readAll(Collection<Long> orderIds) {
    Map<Long, List<OrderLineProgress>> lines = new LinkedHashMap<>();
    orderIds.forEach(id -> lines.put(id, read(id)));
    return lines;
  }

  /** The order's lines as far as anything was reported about them, without a lock. */
  List<OrderLineProgress> read(long orderId);

  /** Keeps what money went back, each report once by the key of its event. */
  void addRefund(String eventKey, long orderId, Money amount, Instant at);

  /** What money went back for these orders, by order id; no entry where none did. */
  Map<Long, List<Money>> refunds(Collection<Long> orderIds);

  /** Adds units to one line; the row must be locked and the units open. */
  void add(OrderFact fact, LineQuantity units, Instant at);
}
