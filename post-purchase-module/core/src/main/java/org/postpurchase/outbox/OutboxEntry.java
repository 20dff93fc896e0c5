package org.postpurchase.outbox;

import java.time.Instant;
import org.postpurchase.order.OrderEvent;

/** One event on its way to one handler, as read from the table. */
public final class OutboxEntry {
  public final long id;
  public final String handler;
  public final OrderEvent event;
  public final OutboxState state;

  /** Times the handler was started, this one included. */
  public final int attempts;

  /**
   * Fencing number: grows with every claim, so a late owner cannot finish what another has taken
   * over.
   */
  public final long epoch;

  public final Instant recordedAt;
  public final Instant dueAt;

  /** Why the last attempt failed, or empty. */
  public final String reason;

  public OutboxEntry(
      long id,
      String handler,
      OrderEvent event,
      OutboxState state,
      int attempts,
      long epoch,
      Instant recordedAt,
      Instant dueAt,
      String reason) {
    this.id = id;
    this.handler = handler;
    this.event = event;
    this.state = state;
    this.attempts = attempts;
    this.epoch = epoch;
    this.recordedAt = recordedAt;
    this.dueAt = dueAt;
    this.reason = reason;
  }
}
