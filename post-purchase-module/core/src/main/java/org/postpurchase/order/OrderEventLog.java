package org.postpurchase.order;

import java.util.Optional;

/** Where order events are kept. Writes join the caller's transaction. */
public interface OrderEventLog {
  /**
   * Records the event unless its key is known; returns whether it was new. Safe to repeat and to
   * race.
   */
  boolean record(OrderEvent event);

  Optional<OrderEvent> find(String key);

  /**
   * The same, but sees what other transactions committed after this one began to read. Takes a lock
   * on MySQL: for the moment when {@link #record} says that the key is known.
   */
  Optional<OrderEvent> findLatest(String key);
}
