package org.postpurchase.person;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Works people out from the shop's own orders, without what is kept of them, compares, names every
 * difference and puts it right. Joins the caller's transaction, one for a few people.
 */
final class PersonProof {
  private final ShopRecords shop;
  private final PersonStore store;
  private final RefreshPeople refresh;

  PersonProof(ShopRecords shop, PersonStore store, RefreshPeople refresh) {
    this.shop = shop;
    this.store = store;
    this.refresh = refresh;
  }

  /**
   * @return how many of these people had a wrong row
   */
  public int prove(Collection<Long> personIds, Instant now) {
    int wrong = 0;
    for (Person known : refresh.read(new TreeSet<>(personIds))) {
      List<Long> orders = shop.ordersOf(known.ref);
      List<Buy> buys =
          orders.isEmpty() ? Collections.<Buy>emptyList() : shop.buys(new TreeSet<>(orders));
      Person right =
          new Person(known.id, known.ref, known.account, Habits.of(buys), known.standing);
      Map<String, String[]> differences = differences(store.rowOf(known.id), PersonRow.of(right));
      if (!differences.isEmpty()) {
        wrong++;
        store.note(known.ref, differences, now);
        refresh.orders(orders);
        refresh.people(Collections.singletonList(known.ref));
      }
    }
    return wrong;
  }

  /** A row id at that share of all ids. */
  long place(double share) {
    return (long) (store.highestId() * share);
  }

  List<Long> page(long after, int limit) {
    return store.after(after, limit);
  }

  static Map<String, String[]> differences(Map<String, String> is, Map<String, String> should) {
    Map<String, String[]> differences = new LinkedHashMap<>();
    Set<String> columns = new LinkedHashSet<>(should.keySet());
    columns.addAll(is.keySet());
    for (String column : columns) {
      String was = is.getOrDefault(column, "");
      String right = should.getOrDefault(column, "");
      if (!was.equals(right)) {
        differences.put(column, new String[] {was, right});
      }
    }
    return differences;
  }
}
