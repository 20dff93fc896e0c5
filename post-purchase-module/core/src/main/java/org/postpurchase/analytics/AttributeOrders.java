package org.postpurchase.analytics;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.outbox.EventHandler;

/**
 * Notes what led to an order when it is placed: a code of a series that was used in it, or nothing.
 * Opened mails never count. Written once for each order, so that no later change of settings or of
 * the rule moves past figures; an order that is placed again keeps what it had. Two statements for
 * any number of orders.
 */
public final class AttributeOrders implements EventHandler {
  private final AttributionStore store;
  private final Clock clock;

  public AttributeOrders(AttributionStore store, Clock clock) {
    this.store = requireNonNull(store, "store");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public String name() {
    return "attribution";
  }

  @Override
  public boolean reactsTo(OrderFact fact) {
    return fact == OrderFact.SUBMITTED;
  }

  @Override
  public void handle(List<OrderEvent> events) {
    Set<Long> orders = new TreeSet<>();
    events.forEach(event -> orders.add(event.orderId));
    List<Attribution> found = store.byCodes(orders);
    if (!found.isEmpty()) {
      store.addMissing(found, clock.instant());
    }
  }
}
