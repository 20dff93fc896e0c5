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

/**
 * Orders that people of a holdout place within {@link Effect#WINDOW} after they were first written
 * to, or would have been.
 */
public final class HoldoutOrders implements OrdersOfCompared {
  private final Holdouts holdouts;
  private final HoldoutStore store;

  public HoldoutOrders(Holdouts holdouts, HoldoutStore store) {
    this.holdouts = requireNonNull(holdouts, "holdouts");
    this.store = requireNonNull(store, "store");
  }

  @Override
  public boolean canCount(Instant orderedAt) {
    return !holdouts.counting(orderedAt).isEmpty();
  }

  @Override
  public void count(Map<Long, Instant> placed, Map<Long, String> mailboxes) {
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
