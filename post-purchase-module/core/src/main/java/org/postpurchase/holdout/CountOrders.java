package org.postpurchase.holdout;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.outbox.EventHandler;

/**
 * Notes orders that people of a comparison place within {@link Effect#WINDOW} after they were first
 * written to, or would have been. No statement while nothing is compared, else three for any number
 * of orders; doing it again changes nothing.
 */
public final class CountOrders implements EventHandler {
  private final Holdouts holdouts;
  private final HoldoutStore store;

  public CountOrders(Holdouts holdouts, HoldoutStore store) {
    this.holdouts = requireNonNull(holdouts, "holdouts");
    this.store = requireNonNull(store, "store");
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
      if (!holdouts.counting(event.occurredAt).isEmpty()) {
        placed.put(event.orderId, event.occurredAt);
      }
    }
    if (placed.isEmpty()) {
      return;
    }
    Map<Long, String> mailboxes = store.mailboxes(placed.keySet());
    Map<Long, List<Holdout.Place>> possible = new HashMap<>();
    Set<String> persons = new TreeSet<>();
    mailboxes.forEach(
        (order, mailbox) -> {
          for (Holdout each : holdouts.counting(placed.get(order))) {
            Holdout.Place place = each.place(mailbox, placed.get(order));
            possible.computeIfAbsent(order, id -> new ArrayList<>()).add(place);
            persons.add(place.person);
          }
        });
    Map<String, Instant> since = store.since(persons);
    Map<Long, List<Holdout.Place>> counted = new TreeMap<>();
    possible.forEach(
        (order, places) -> {
          for (Holdout.Place place : places) {
            Instant from = since.get(place.person);
            boolean counts =
                from != null
                    && place.at.isAfter(from)
                    && place.at.isBefore(from.plus(Effect.WINDOW));
            if (counts) {
              counted.computeIfAbsent(order, id -> new ArrayList<>()).add(place);
            }
          }
        });
    if (!counted.isEmpty()) {
      store.addOrders(counted);
    }
  }
}
