package org.postpurchase.outbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.shared.PostPurchaseException;

/**
 * What a handler would decide about some events now rests on a state that will change: it wants to
 * be asked again at a later moment. No failure and no attempt; nothing that the handler did is
 * kept, and the other events of the batch are handed over again without these. A handler says so
 * for a limited time only and decides in the end.
 */
public final class AskAgainException extends PostPurchaseException {
  private final Map<String, Instant> moments;

  /**
   * @param why what they wait for, in words for a merchant
   * @param moments when to ask again, by the events' keys; not empty
   */
  public AskAgainException(String why, Map<String, Instant> moments) {
    super(why);
    if (moments.isEmpty()) {
      throw new IllegalArgumentException("no event to ask again about");
    }
    this.moments = new HashMap<>(moments);
  }

  /** When to ask again about the event; empty when nothing stands in its way. */
  public Optional<Instant> about(OrderEvent event) {
    return Optional.ofNullable(moments.get(event.key));
  }
}
