package org.postpurchase.person;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.outbox.EventHandler;

/** Works out the rows of whoever placed the orders, in the transaction of the events. */
final class KeepFacts implements EventHandler {
  private static final Set<OrderFact> FACTS =
      EnumSet.of(
          OrderFact.SUBMITTED,
          OrderFact.LINES_RETURNED,
          OrderFact.LINES_CANCELLED,
          OrderFact.EDITED,
          OrderFact.CANCELLED);

  private final FactsSwitch facts;
  private final RefreshPeople refresh;

  KeepFacts(FactsSwitch facts, RefreshPeople refresh) {
    this.facts = facts;
    this.refresh = refresh;
  }

  @Override
  public String name() {
    return "people";
  }

  @Override
  public boolean reactsTo(OrderFact fact) {
    return FACTS.contains(fact) && facts.stage() != FactsSwitch.Stage.OFF;
  }

  @Override
  public void handle(List<OrderEvent> events) {
    Set<Long> orders = new TreeSet<>();
    events.forEach(event -> orders.add(event.orderId));
    refresh.orders(orders);
  }
}
