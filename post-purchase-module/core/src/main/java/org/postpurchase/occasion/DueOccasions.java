package org.postpurchase.occasion;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table of due occasions. Methods join the caller's transaction. */
public interface DueOccasions {
  /**
   * Writes rows, or sets person, subject, order and moment of those that are there; when they were
   * last told stays. A number of statements that does not depend on how many they are.
   */
  void put(Collection<DueOccasion> rows);

  /** Those of the trigger that come from these orders. */
  List<DueOccasion> ofOrders(String trigger, Collection<Long> orderIds);

  /** Those of the trigger about these mailboxes, of customers too, by the address of an order. */
  List<DueOccasion> ofContacts(String trigger, Collection<String> contacts);

  /** Removes those of the keys that there are. */
  void remove(Collection<String> keys);

  /** Those of the keys that there are. */
  List<DueOccasion> find(Collection<String> keys);

  /**
   * Up to so many that are due, earliest first.
   *
   * @param after the last one of the page before; null for the first page
   */
  List<DueOccasion> due(Instant now, DueOccasion after, int most);

  /** Those of the keys that are still due, kept from other nodes until the transaction ends. */
  List<DueOccasion> claim(Collection<String> keys, Instant now);

  /** Writes moment and last telling of claimed rows. */
  void advance(Collection<DueOccasion> rows);

  /** The first moment after that one at which any becomes due. */
  Optional<Instant> nextDueAfter(Instant moment);

  /** How far a walk under that name has come; empty for one that has not begun. */
  Optional<Instant> mark(String name);

  /** Moves the mark, unless somebody else has moved it; returns whether it was moved. */
  boolean moveMark(String name, Optional<Instant> from, Instant to);
}
