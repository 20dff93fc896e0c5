package org.postpurchase.order;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One fact about one order. Carries ids and facts of the moment, never objects, so it cannot go
 * stale.
 *
 * <p>The key says "this happening": the same key is the same happening, however often and from
 * wherever it is reported.
 */
public final class OrderEvent {
  private static final int KEY_MAX = 120;

  public final String key;
  public final long orderId;
  public final OrderFact fact;

  /** Flat detail such as {@code lines=17:2,18:1}; empty when the fact needs none. */
  public final String payload;

  public final EventSource source;

  /** When it happened by the shop's clock, UTC. */
  public final Instant occurredAt;

  public OrderEvent(
      String key,
      long orderId,
      OrderFact fact,
      String payload,
      EventSource source,
      Instant occurredAt) {
    this.key = requireNonNull(key, "key");
    this.orderId = orderId;
    this.fact = requireNonNull(fact, "fact");
    this.payload = requireNonNull(payload, "payload");
    this.source = requireNonNull(source, "source");
    this.occurredAt = requireNonNull(occurredAt, "occurredAt");
    if (key.length() > KEY_MAX) {
      throw new IllegalArgumentException("key longer than " + KEY_MAX + " characters: " + key);
    }
  }

  /**
   * Key of a submission or cancellation.
   *
   * @param incarnation 1 for the first time; one more after each cancel-and-submit-again, so that
   *     both count
   */
  public static String statusKey(long orderId, OrderFact fact, int incarnation) {
    return "order:" + orderId + ":" + fact + ":" + incarnation;
  }

  /** Whether its key counts how often the order was placed, as {@link #statusKey} does. */
  public boolean isCounted() {
    return key.matches("order:" + orderId + ":" + fact + ":\\d{1,6}");
  }

  /** Key of what the host's fulfilment group itself reports; it happens once per group and fact. */
  public static String groupKey(long groupId, OrderFact fact) {
    return "group:" + groupId + ":" + fact;
  }

  /** Key of what another system reports under its own reference. */
  public static String referenceKey(long orderId, OrderFact fact, String reference) {
    return "order:" + orderId + ":" + fact + ":ref:" + reference;
  }

  /** One part of the payload; empty when there is none of that name. */
  public String detail(String name) {
    for (String part : payload.split(";")) {
      if (part.startsWith(name + "=")) {
        return part.substring(name.length() + 1);
      }
    }
    return "";
  }

  @Override
  public String toString() {
    return key + " (" + source + ")";
  }
}
