package org.postpurchase.series;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.outbox.AskAgainException;

/**
 * An order about which something was reported, and which the host shows as a cart: a second browser
 * has written a stale cart over it, or its checkout is still being saved. It is submitted again in
 * seconds or minutes as a rule, so nothing is decided before; after a day it is what it is.
 */
final class UnsettledOrder {
  static final Duration WAITED_FOR = Duration.ofDays(1);
  private static final Duration FIRST_REST = Duration.ofSeconds(10);
  private static final Duration LONGEST_REST = Duration.ofHours(1);

  private final Clock clock;

  UnsettledOrder(Clock clock) {
    this.clock = clock;
  }

  /**
   * @throws AskAgainException while the order is a cart and the event is younger than a day
   */
  void refuse(OrderEvent event, OrderSnapshot order) {
    Instant now = clock.instant();
    boolean young = now.isBefore(event.occurredAt.plus(WAITED_FOR));
    if (order.state == OrderState.OPEN && event.fact != OrderFact.CANCELLED && young) {
      throw new AskAgainException(
          "Order " + order.orderId + " is a cart again in the shop; it is looked at again.",
          now.plus(rest(event.occurredAt, now)));
    }
  }

  /** Twice as long each time. */
  static Duration rest(Instant since, Instant now) {
    Duration waited = Duration.between(since, now);
    if (waited.compareTo(FIRST_REST) < 0) {
      return FIRST_REST;
    }
    return waited.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : waited;
  }
}
