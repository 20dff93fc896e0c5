package org.postpurchase.outbox;

import java.util.List;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;

/**
 * A reaction to order facts.
 *
 * <p>{@link #handle} runs in one transaction together with the marks that it ran: all commit or
 * none does. It may be called again for the same events (after a crash or a failure), so its
 * effects need idempotency keys of their own. It must not talk to anything outside the database.
 * What it throws for several events undoes the batch, which is then handed over one by one; what it
 * throws for one is kept on the entry and tried again later, an {@link AskAgainException} as often
 * as it likes.
 */
public interface EventHandler {
  /** Stored with each entry; at most 60 characters and never renamed. */
  String name();

  boolean reactsTo(OrderFact fact);

  /**
   * @param events at least one, each once, in the order in which they were recorded. The effects
   *     must be as if they were handled one by one in this order; how many statements that takes
   *     should not depend on how many they are.
   */
  void handle(List<OrderEvent> events);
}
