package org.postpurchase.holdout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One kind of comparison for which orders of the people in it are counted, for some time after each
 * was noted. Two statements for any number of orders; counting again changes nothing.
 *
 * @param <P> the place of a person in one comparison
 */
public abstract class OrdersOfCompared<P> {
  private final Duration window;

  /**
   * @param window how long after somebody was noted an order counts
   */
  protected OrdersOfCompared(Duration window) {
    this.window = window;
  }

  /** Whether an order of that moment can count in any of them. No statement of its own. */
  protected abstract boolean canCount(Instant orderedAt);

  /** Where that mailbox would be in those comparisons that an order of that moment can count in. */
  protected abstract List<P> places(String mailbox, Instant orderedAt);

  protected abstract String personOf(P place);

  /** When those of the people were noted that are. */
  protected abstract Map<String, Instant> since(Collection<String> persons);

  /** Keeps the orders that count, in the caller's transaction. */
  protected abstract void add(Map<Long, List<P>> counted);

  /**
   * Notes the orders that count, in the caller's transaction.
   *
   * @param placed by order, when it was placed
   * @param mailboxes by order, the key of the mailbox that placed it; without those that have none
   */
  final void count(Map<Long, Instant> placed, Map<Long, String> mailboxes) {
    Map<Long, List<P>> possible = new TreeMap<>();
    Set<String> persons = new TreeSet<>();
    mailboxes.forEach(
        (order, mailbox) -> {
          List<P> places = places(mailbox, placed.get(order));
          possible.put(order, places);
          places.forEach(place -> persons.add(personOf(place)));
        });
    if (persons.isEmpty()) {
      return;
    }
    Map<String, Instant> since = since(persons);
    Map<Long, List<P>> counted = new TreeMap<>();
    possible.forEach(
        (order, places) -> {
          for (P place : places) {
            if (counts(since.get(personOf(place)), placed.get(order))) {
              counted.computeIfAbsent(order, id -> new ArrayList<>()).add(place);
            }
          }
        });
    if (!counted.isEmpty()) {
      add(counted);
    }
  }

  private boolean counts(Instant from, Instant ordered) {
    return from != null && ordered.isAfter(from) && ordered.isBefore(from.plus(window));
  }
}
