package org.postpurchase.splittest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postpurchase.holdout.OrdersOfCompared;

/** Orders that people of an A/B test place in time. */
public final class SplitTestOrders implements OrdersOfCompared {
  private final SplitTests tests;
  private final SplitTestStore store;

  public SplitTestOrders(SplitTests tests, SplitTestStore store) {
    this.tests = requireNonNull(tests, "tests");
    this.store = requireNonNull(store, "store");
  }

  @Override
  public boolean canCount(Instant orderedAt) {
    return !tests.counting(orderedAt).isEmpty();
  }

  @Override
  public void count(Map<Long, Instant> placed, Map<Long, String> mailboxes) {
    Map<Long, List<SplitTest.Place>> possible = new TreeMap<>();
    List<String> persons = new ArrayList<>();
    mailboxes.forEach(
        (order, mailbox) -> {
          for (SplitTest test : tests.counting(placed.get(order))) {
            SplitTest.Place place = test.place(mailbox);
            possible.computeIfAbsent(order, id -> new ArrayList<>()).add(place);
            persons.add(place.person);
          }
        });
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
