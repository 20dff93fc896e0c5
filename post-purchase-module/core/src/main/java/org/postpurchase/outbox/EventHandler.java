package org.postpurchase.outbox;

import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;

/**
 * A reaction to order facts.
 *
 * <p>{@link #handle} runs in one transaction together with the mark that it ran: both commit or
 * neither does. It may be called again for the same event (after a crash or a failure), so its
 * effects need idempotency keys of their own. It must not talk to anything outside the database.
 * Whatever it throws is kept on the entry and tried again later, an {@link AskAgainException} as
 * often as it likes.
 */
public interface EventHandler {
  /** Stored with each entry; at most 60 characters and never renamed. */
  String name();

  boolean reactsTo(OrderFact fact);

  void handle(OrderEvent event);
}
