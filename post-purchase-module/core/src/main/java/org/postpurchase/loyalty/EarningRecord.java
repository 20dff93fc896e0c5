package org.postpurchase.loyalty;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is on record of some orders: read once, changed in memory and written once, new rows as they
 * are in the end. Their persons are locked as long as it is in use. For one thread.
 */
final class EarningRecord {
  private final EarningStore store;
  private final Map<Long, List<EarningOrder>> lives = new LinkedHashMap<>();
  private final Map<Long, List<EarningAward>> awards = new LinkedHashMap<>();
  private final Set<String> newOrders = new LinkedHashSet<>();
  private final Set<String> changedOrders = new LinkedHashSet<>();
  private final Set<String> newAwards = new LinkedHashSet<>();
  private final Set<String> changedAwards = new LinkedHashSet<>();

  private EarningRecord(EarningStore store) {
    this.store = store;
  }

  /** As the orders are on record now. */
  static EarningRecord of(EarningStore store, Collection<Long> orderIds) {
    return of(store, store.livesOf(orderIds));
  }

  /** The same where the lives have been read. */
  static EarningRecord of(EarningStore store, Map<Long, List<EarningOrder>> lives) {
    EarningRecord record = new EarningRecord(store);
    lives.forEach((order, all) -> record.lives.put(order, new ArrayList<>(all)));
    List<Long> known = new ArrayList<>();
    record.lives.forEach(
        (order, all) -> {
          record.awards.put(order, new ArrayList<>());
          if (!all.isEmpty()) {
            known.add(order);
          }
        });
    store.currentAwardsOf(known).forEach(a -> record.awards.get(a.orderId).add(a));
    return record;
  }

  boolean has(long orderId) {
    return lives.containsKey(orderId);
  }

  /** All lives of an order, the first one first. */
  List<EarningOrder> livesOf(long orderId) {
    return lives.getOrDefault(orderId, Collections.emptyList());
  }

  /** What all lives of an order give. */
  List<EarningAward> awardsOf(long orderId) {
    return awards.getOrDefault(orderId, Collections.emptyList());
  }

  /** All lives of these orders that are a person's by now. */
  List<EarningOrder> ordersOf(String person) {
    List<EarningOrder> found = new ArrayList<>();
    for (List<EarningOrder> all : lives.values()) {
      all.stream().filter(o -> o.personKey.equals(person)).forEach(found::add);
    }
    return found;
  }

  /** Those awards of a person's orders among these that depend on other orders of that person. */
  List<EarningAward> personalAwardsOf(String person) {
    List<EarningAward> found = new ArrayList<>();
    for (EarningOrder order : ordersOf(person)) {
      awardsOf(order.orderId).stream()
          .filter(a -> a.life == order.life && a.isPersonal())
          .forEach(found::add);
    }
    return found;
  }

  /** Units of each line, and what was paid for it in money, when the order was last placed. */
  Map<Long, EarningAward> paidForLines(long orderId) {
    Map<Long, EarningAward> paid = new HashMap<>();
    int life = 0;
    for (EarningAward award : awardsOf(orderId)) {
      if (award.kind.equals(EarningAward.QUALIFYING) && award.life >= life) {
        life = award.life;
        paid.put(award.lineId, award);
      }
    }
    return paid;
  }

  void add(EarningOrder order) {
    lives.get(order.orderId).add(order);
    newOrders.add(key(order));
  }

  void add(EarningAward award) {
    awards.get(award.orderId).add(award);
    newAwards.add(key(award));
  }

  /** What is kept of an order has changed. */
  void change(EarningOrder order) {
    List<EarningOrder> all = lives.get(order.orderId);
    all.replaceAll(each -> each.life == order.life ? order : each);
    if (!newOrders.contains(key(order))) {
      changedOrders.add(key(order));
    }
  }

  /** What is kept or booked of an award has changed; it may be of another order than these. */
  void change(EarningAward award) {
    List<EarningAward> all = awards.computeIfAbsent(award.orderId, id -> new ArrayList<>());
    String key = key(award);
    if (all.stream().noneMatch(each -> key(each).equals(key))) {
      all.add(award);
    }
    all.replaceAll(each -> key(each).equals(key) ? award : each);
    if (!newAwards.contains(key)) {
      changedAwards.add(key);
    }
  }

  /** Writes what has changed since it was read. */
  void write() {
    List<EarningOrder> addedOrders = new ArrayList<>();
    List<EarningOrder> savedOrders = new ArrayList<>();
    for (List<EarningOrder> all : lives.values()) {
      all.stream().filter(o -> newOrders.contains(key(o))).forEach(addedOrders::add);
      all.stream().filter(o -> changedOrders.contains(key(o))).forEach(savedOrders::add);
    }
    List<EarningAward> addedAwards = new ArrayList<>();
    List<EarningAward> savedAwards = new ArrayList<>();
    for (List<EarningAward> all : awards.values()) {
      all.stream().filter(a -> newAwards.contains(key(a))).forEach(addedAwards::add);
      all.stream().filter(a -> changedAwards.contains(key(a))).forEach(savedAwards::add);
    }
    store.addOrders(addedOrders);
    store.add(addedAwards);
    store.saveOrders(savedOrders);
    store.save(savedAwards);
    newOrders.clear();
    changedOrders.clear();
    newAwards.clear();
    changedAwards.clear();
  }

  private static String key(EarningOrder order) {
    return order.orderId + "/" + order.life;
  }

  private static String key(EarningAward award) {
    return award.orderId + "/" + award.life + "/" + award.lineId + "/" + award.kind;
  }
}
