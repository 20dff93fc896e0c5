package org.postpurchase.outbox;

import java.time.Clock;
import java.util.Optional;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderEventLog;

/**
 * Records order events for all handlers that care.
 *
 * <p>Joins the caller's transaction: the event exists if and only if the caller commits. Recording
 * the same key again changes nothing. One row is written; the relay fans it out to the handlers
 * afterwards, so recording costs the same however many there are.
 */
public final class Outbox implements OrderEventLog {
  /** Handler name of a row that has not been fanned out yet. */
  public static final String INTAKE = "intake";

  private final OutboxStore store;
  private final Clock clock;

  public Outbox(OutboxStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public boolean record(OrderEvent event) {
    return store.append(event.key, INTAKE, event, clock.instant());
  }

  @Override
  public Optional<OrderEvent> find(String key) {
    return store.findEvent(key);
  }

  @Override
  public Optional<OrderEvent> findLatest(String key) {
    return store.findLatestEvent(key);
  }
}
