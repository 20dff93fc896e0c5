package org.postpurchase.splittest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postpurchase.holdout.OrdersOfCompared;

/** Orders that people of an A/B test place in time. */
public final class SplitTestOrders extends OrdersOfCompared<SplitTest.Place> {
  private final SplitTests tests;
  private final SplitTestStore store;

  public SplitTestOrders(SplitTests tests, SplitTestStore store) {
    super(Goal.ORDERED.window);
    this.tests = requireNonNull(tests, "tests");
    this.store = requireNonNull(store, "store");
  }

  @Override
  protected boolean canCount(Instant orderedAt) {
    return !tests.counting(orderedAt).isEmpty();
  }

  @Override
  protected List<SplitTest.Place> places(String mailbox, Instant orderedAt) {
    return tests.counting(orderedAt).stream()
        .map(test -> test.place(mailbox))
        .collect(Collectors.toList());
  }

  @Override
  protected String personOf(SplitTest.Place place) {
    return place.person;
  }

  @Override
  protected Map<String, Instant> since(Collection<String> persons) {
    return store.since(persons);
  }

  @Override
  protected void add(Map<Long, List<SplitTest.Place>> counted) {
    Map<Long, List<String>> persons = new TreeMap<>();
    counted.forEach(
        (order, places) ->
            persons.put(
                order, places.stream().map(place -> place.person).collect(Collectors.toList())));
    store.addOrders(persons);
  }
}
