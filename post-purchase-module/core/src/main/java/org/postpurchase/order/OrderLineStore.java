package org.postpurchase.order;

import java.time.Instant;
import java.util.List;

/** Keeps {@link OrderLineProgress}. All methods join the caller's transaction. */
public interface OrderLineStore {
  /** Creates the rows of the order's lines where they are missing. */
  void ensure(OrderSnapshot order, Instant now);

  /**
   * The order's lines in ascending id, locked against other writers until the transaction ends.
   * Their rows must be there; what others committed before the lock is seen.
   */
  List<OrderLineProgress> lock(OrderSnapshot order);

  /** The order's lines as far as anything was reported about them, without a lock. */
  List<OrderLineProgress> read(long orderId);

  /** Adds units to one line; the row must be locked and the units open. */
  void add(OrderFact fact, LineQuantity units, Instant at);
}
