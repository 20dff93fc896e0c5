package org.postpurchase.outbox;

import static java.util.Objects.requireNonNull;

import org.postpurchase.order.OrderEvent;

/** An event that one handler is to get. */
public final class NewEntry {
  /** Unique: the same event reaches the same handler once. */
  public final String key;

  public final String handler;
  public final OrderEvent event;

  NewEntry(OrderEvent event, String handler) {
    this.key = event.key + "|" + handler;
    this.handler = requireNonNull(handler, "handler");
    this.event = event;
  }
}
