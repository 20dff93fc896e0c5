package org.postpurchase.person;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Works out people's rows from what the shop has now. Doing it again, or for the same orders from
 * another node, leaves the same rows. Joins the caller's transaction; the number of statements does
 * not depend on how many people there are.
 */
public final class RefreshPeople {
  private final ShopRecords shop;
  private final PersonStore store;
  private final Clock clock;
  private PeopleListener listener = PeopleListener.NONE;

  public RefreshPeople(ShopRecords shop, PersonStore store, Clock clock) {
    this.shop = shop;
    this.store = store;
    this.clock = clock;
  }

  /** Tells it of everybody; set once, before the first use. */
  public RefreshPeople telling(PeopleListener hearer) {
    listener = hearer;
    return this;
  }

  /** Takes in the orders as they are now; returns how many people that concerns. */
  public int orders(Collection<Long> orderIds) {
    return refresh(shop.buys(new TreeSet<>(orderIds)), Collections.emptySet());
  }

  /** Works out the rows of these people, who need not have ordered anything. */
  public int people(Collection<PersonRef> people) {
    return refresh(Collections.emptyList(), people);
  }

  private int refresh(List<Buy> buys, Collection<PersonRef> others) {
    Set<Long> customers = new TreeSet<>();
    buys.forEach(buy -> customers.add(buy.customerId));
    others.forEach(person -> customers.add(person.customerId));
    customers.remove(0L);
    Map<Long, Account> accounts =
        customers.isEmpty() ? Collections.emptyMap() : shop.accounts(customers);
    Map<Long, PersonRef> buyers = new HashMap<>();
    Set<PersonRef> people = new LinkedHashSet<>();
    for (PersonRef other : others) {
      add(people, other, accounts);
    }
    for (Buy buy : buys) {
      if (buy.customerId > 0 || !buy.mailbox.isEmpty()) {
        buyers.put(buy.orderId, add(people, PersonRef.of(buy.customerId, buy.mailbox), accounts));
      }
    }
    buyers.values().removeIf(buyer -> buyer == null);
    people.remove(null);
    if (people.isEmpty()) {
      return 0;
    }
    LockedPeople locked = store.lock(people, accounts);
    Map<Long, Long> personIds = new HashMap<>();
    buyers.forEach((order, buyer) -> personIds.put(order, locked.ids.get(buyer)));
    List<Buy> known = new ArrayList<>(buys);
    known.removeIf(buy -> !buyers.containsKey(buy.orderId));
    store.keep(known, personIds);
    work(locked.refs, accounts);
    return locked.ids.size();
  }

  /** The person as it is told to the store; null when nothing tells who it is. */
  private static PersonRef add(
      Set<PersonRef> people, PersonRef person, Map<Long, Account> accounts) {
    PersonRef plain =
        accounts.containsKey(person.customerId)
            ? PersonRef.ofCustomer(person.customerId)
            : person.mailbox.isEmpty() ? null : PersonRef.ofMailbox(person.mailbox);
    people.add(plain);
    return plain;
  }

  /** Works out rows that are locked. */
  private void work(Map<Long, PersonRef> refs, Map<Long, Account> accounts) {
    List<Person> people = read(refs, accounts);
    store.write(people, Instant.ofEpochMilli(clock.millis()));
    listener.changed(people);
  }

  /** The people as their rows should be; also for screens, which lock nothing. */
  public List<Person> read(Set<Long> ids) {
    Map<Long, PersonRef> refs = new TreeMap<>(store.refs(ids));
    return refs.isEmpty() ? Collections.emptyList() : read(refs, Collections.emptyMap());
  }

  /**
   * @param known accounts that were read just before; a guest may turn out to be one of others
   */
  private List<Person> read(Map<Long, PersonRef> refs, Map<Long, Account> known) {
    Set<Long> customers = new TreeSet<>();
    refs.values().forEach(ref -> customers.add(ref.customerId));
    customers.remove(0L);
    customers.removeAll(known.keySet());
    Map<Long, Account> accounts = new HashMap<>(known);
    if (!customers.isEmpty()) {
      accounts.putAll(shop.accounts(customers));
    }
    Map<Long, List<Buy>> buys = store.buysOf(refs.keySet());
    Map<Long, Standing> standings = store.standings(refs);
    Map<Long, Person.Goods> goods = store.goodsOf(refs.keySet());
    Map<Long, Person> people = new LinkedHashMap<>();
    refs.forEach(
        (id, ref) ->
            people.put(
                id,
                new Person(
                    id,
                    ref,
                    accounts.get(ref.customerId),
                    Habits.of(buys.getOrDefault(id, Collections.emptyList())),
                    standings.getOrDefault(id, new Standing()),
                    goods.getOrDefault(id, new Person.Goods()))));
    return new ArrayList<>(people.values());
  }
}
