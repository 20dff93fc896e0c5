package org.postpurchase.holdout;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Orders that people of a holdout place within {@link Effect#WINDOW} after they were first written
 * to, or would have been.
 */
public final class HoldoutOrders extends OrdersOfCompared<Holdout.Place> {
  private final Holdouts holdouts;
  private final HoldoutStore store;

  public HoldoutOrders(Holdouts holdouts, HoldoutStore store) {
    super(Effect.WINDOW);
    this.holdouts = requireNonNull(holdouts, "holdouts");
    this.store = requireNonNull(store, "store");
  }

  @Override
  protected boolean canCount(Instant orderedAt) {
    return !holdouts.counting(orderedAt).isEmpty();
  }

  @Override
  protected List<Holdout.Place> places(String mailbox, Instant orderedAt) {
    return holdouts.counting(orderedAt).stream()
        .map(holdout -> holdout.place(mailbox, orderedAt))
        .collect(Collectors.toList());
  }

  @Override
  protected String personOf(Holdout.Place place) {
    return place.person;
  }

  @Override
  protected Map<String, Instant> since(Collection<String> persons) {
    return store.since(persons);
  }

  @Override
  protected void add(Map<Long, List<Holdout.Place>> counted) {
    store.addOrders(counted);
  }
}
