package org.postpurchase.holdout;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.outbox.EventHandler;

/**
 * Notes orders of people whom the shop compares, for every kind of comparison. No statement while
 * nothing is compared, else one and two of each kind for any number of orders; doing it again
 * changes nothing.
 */
public final class CountOrders implements EventHandler {
  private final HoldoutStore store;
  private final List<OrdersOfCompared<?>> kinds;

  public CountOrders(HoldoutStore store, List<OrdersOfCompared<?>> kinds) {
    this.store = requireNonNull(store, "store");
    this.kinds = new ArrayList<>(kinds);
  }

  @Override
  public String name() {
    return "holdout";
  }

  @Override
  public boolean reactsTo(OrderFact fact) {
    return fact == OrderFact.SUBMITTED;
  }

  @Override
  public void handle(List<OrderEvent> events) {
    Map<Long, Instant> placed = new TreeMap<>();
    for (OrderEvent event : events) {
      if (kinds.stream().anyMatch(kind -> kind.canCount(event.occurredAt))) {
        placed.put(event.orderId, event.occurredAt);
      }
    }
    if (placed.isEmpty()) {
      return;
    }
    Map<Long, String> mailboxes = store.mailboxes(placed.keySet());
    kinds.forEach(kind -> kind.count(placed, mailboxes));
  }
}
