package org.postpurchase.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;

/**
 * An order about which something was reported, and which the host shows as a cart: a second browser
 * has written a stale cart over it, or its checkout is still being saved. It is submitted again in
 * seconds or minutes as a rule, so nothing is decided before; after a day it is what it is.
 */
public final class UnsettledOrder {
  public static final Duration WAITED_FOR = Duration.ofDays(1);
  private static final String MANY =
      "The order is a cart again in the shop; it is looked at again.";
  private static final Duration FIRST_REST = Duration.ofSeconds(10);
  private static final Duration LONGEST_REST = Duration.ofHours(1);

  private final Clock clock;

  public UnsettledOrder(Clock clock) {
    this.clock = clock;
  }

  /**
   * @throws AskAgainException naming those of the events whose order is a cart, as long as they are
   *     younger than a day
   */
  public void refuse(List<OrderEvent> events, Map<Long, OrderSnapshot> orders) {
    Instant now = clock.instant();
    Map<String, Instant> again = new LinkedHashMap<>();
    String why = "";
    for (OrderEvent event : events) {
      OrderSnapshot order = orders.get(event.orderId);
      boolean young = now.isBefore(event.occurredAt.plus(WAITED_FOR));
      boolean isCart = order != null && order.state == OrderState.OPEN;
      if (isCart && event.fact != OrderFact.CANCELLED && young) {
        again.put(event.key, now.plus(rest(event.occurredAt, now)));
        why = "Order " + order.orderId + " is a cart again in the shop; it is looked at again.";
      }
    }
    if (!again.isEmpty()) {
      throw new AskAgainException(again.size() == 1 ? why : MANY, again);
    }
  }

  /** Twice as long each time. */
  public static Duration rest(Instant since, Instant now) {
    Duration waited = Duration.between(since, now);
    if (waited.compareTo(FIRST_REST) < 0) {
      return FIRST_REST;
    }
    return waited.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : waited;
  }
}
