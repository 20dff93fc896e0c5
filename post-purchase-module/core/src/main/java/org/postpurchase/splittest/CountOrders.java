package org.postpurchase.splittest;

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
 * Notes orders that people of an A/B test place in time. No statement while no test goes by orders,
 * else three for any number of orders; doing it again changes nothing.
 */
public final class CountOrders implements EventHandler {
  private final SplitTests tests;
  private final SplitTestStore store;

  public CountOrders(SplitTests tests, SplitTestStore store) {
    this.tests = requireNonNull(tests, "tests");
    this.store = requireNonNull(store, "store");
  }

  @Override
  public String name() {
    return "split-test";
  }

  @Override
  public boolean reactsTo(OrderFact fact) {
    return fact == OrderFact.SUBMITTED;
  }

  @Override
  public void handle(List<OrderEvent> events) {
    Map<Long, Instant> placed = new TreeMap<>();
    for (OrderEvent event : events) {
      if (!tests.counting(event.occurredAt).isEmpty()) {
        placed.put(event.orderId, event.occurredAt);
      }
    }
    if (placed.isEmpty()) {
      return;
    }
    Map<Long, List<SplitTest.Place>> possible = new TreeMap<>();
    store
        .mailboxes(placed.keySet())
        .forEach(
            (order, mailbox) ->
                tests
                    .counting(placed.get(order))
                    .forEach(
                        test ->
                            possible
                                .computeIfAbsent(order, id -> new ArrayList<>())
                                .add(test.place(mailbox))));
    List<String> persons = new ArrayList<>();
    possible.values().forEach(places -> places.forEach(place -> persons.add(place.person)));
    Map<String, Instant> since = store.since(persons);
    Map<Long, List<String>> counted = new TreeMap<>();
    possible.forEach(
        (order, places) -> {
          for (SplitTest.Place place : places) {
            Instant from = since.get(place.person);
            Instant at = placed.get(order);
            if (from != null && at.isAfter(from) && at.isBefore(from.plus(Goal.ORDERED.window))) {
              counted.computeIfAbsent(order, id -> new ArrayList<>()).add(place.person);
            }
          }
        });
    if (!counted.isEmpty()) {
      store.addOrders(counted);
    }
  }
}
