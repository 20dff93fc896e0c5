package org.postpurchase.loyalty;

import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.tier.SpendReader;

/**
 * Keeps what orders earn before and after everything that is about a person. All methods join the
 * caller's transaction; those that read see what others committed before the person was locked.
 */
public interface EarningStore extends SpendReader {
  /**
   * Keeps everybody else waiting who judges one of these persons, until the transaction ends. Locks
   * in the order of the keys, so that two never wait for each other.
   */
  void lock(Collection<String> personKeys);

  /** All lives of an order, the first one first. */
  List<EarningOrder> livesOf(long orderId);

  /** What all lives of an order give. */
  List<EarningAward> awardsOf(long orderId);

  /** The account that has the order by now: its buyer's, or one that has claimed it; 0 for none. */
  default long accountOf(long orderId) {
    return livesOf(orderId).stream()
        .findFirst()
        .map(life -> Owners.customerId(life.personKey))
        .orElse(0L);
  }

  /** {@link #livesOf(long)} of many orders; each has a list, of none when it is not on record. */
  default Map<Long, List<EarningOrder>> livesOf(Collection<Long> orderIds) {
    Map<Long, List<EarningOrder>> lives = new LinkedHashMap<>();
    orderIds.forEach(order -> lives.put(order, livesOf(order)));
    return lives;
  }

  /** {@link #awardsOf(long)} of many orders. */
  default List<EarningAward> currentAwardsOf(Collection<Long> orderIds) {
    return orderIds.stream().flatMap(order -> awardsOf(order).stream()).collect(toList());
  }

  /** All orders of a person, the first one first. */
  List<EarningOrder> ordersOf(String personKey);

  /** The same of many persons, by person. */
  default Map<String, List<EarningOrder>> ordersOf(Collection<String> personKeys) {
    Map<String, List<EarningOrder>> orders = new LinkedHashMap<>();
    personKeys.forEach(person -> orders.put(person, ordersOf(person)));
    return orders;
  }

  /** Those of a person's awards that depend on other orders of that person. */
  List<EarningAward> personalAwardsOf(String personKey);

  /** The same of many persons; those without any are left out. */
  default Map<String, List<EarningAward>> personalAwardsOf(Collection<String> personKeys) {
    Map<String, List<EarningAward>> awards = new LinkedHashMap<>();
    personKeys.forEach(person -> awards.put(person, personalAwardsOf(person)));
    awards.values().removeIf(List::isEmpty);
    return awards;
  }

  /** What these orders give, as read without a lock. */
  List<EarningAward> awardsOf(Collection<Long> orderIds);

  /** Money that went back for these orders. */
  List<Refund> refundsOf(Collection<Long> orderIds);

  /** Returns whether that life of the order is new; else nothing changed. */
  boolean add(EarningOrder order);

  void add(Collection<EarningAward> awards);

  /** Adds lives of orders that are not on record; their persons are locked. */
  default void addOrders(Collection<EarningOrder> orders) {
    orders.forEach(this::add);
  }

  /** Returns whether the refund of that event is new; else nothing changed. */
  boolean add(String eventKey, Refund refund);

  /** Writes what is kept of an order. */
  void save(EarningOrder order);

  /** Writes what is kept of orders. */
  default void saveOrders(Collection<EarningOrder> orders) {
    orders.forEach(this::save);
  }

  /** Writes what is kept and booked of awards. */
  void save(Collection<EarningAward> awards);

  /** All lives of an order are of that person from now on. */
  void give(long orderId, String personKey);

  /** What is booked by now for a rule with a person's orders that were placed since then. */
  long bookedSince(String personKey, String ruleKey, Instant since);

  /**
   * What a rule has given to an account with orders from before such rows were kept, less what was
   * taken back.
   */
  long bookedBefore(String programme, String ownerKey, String ruleKey, Instant since);
}
