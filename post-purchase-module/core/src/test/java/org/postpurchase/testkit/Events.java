package org.postpurchase.testkit;

import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;

/** Events as the host's own transactions record them. */
public final class Events {
  private Events() {}

  public static OrderEvent submitted(long order) {
    return event(order, OrderFact.SUBMITTED);
  }

  public static OrderEvent event(long order, OrderFact fact) {
    return event(order, fact, 1, "");
  }

  public static OrderEvent event(long order, OrderFact fact, int incarnation, String payload) {
    return new OrderEvent(
        OrderEvent.statusKey(order, fact, incarnation),
        order,
        fact,
        payload,
        EventSource.HOST_STATUS,
        SettableClock.START);
  }
}
