package org.postpurchase.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postpurchase.shared.EmailAddress;

/** Orders and accounts of a shop, which tests change as a shop would. */
public final class ShopOnPaper implements ShopRecords {
  public final Map<Long, PaperOrder> orders = new TreeMap<>();
  public final Map<Long, Account> accounts = new TreeMap<>();
  private int reads;

  /** One order of one product. */
  public static final class PaperOrder {
    public final long id;
    public long customerId;
    public String email;
    public Instant placedAt;
    public boolean cancelled;
    public String currency = "EUR";
    public long unitMinor = 1_000;
    public int units = 1;
    public int returned;
    public int reduced;
    public long product;
    public long category;

    PaperOrder(long id) {
      this.id = id;
    }

    Buy buy() {
      int kept = cancelled ? 0 : units - returned;
      Set<Long> products = kept > 0 ? new HashSet<>(Arrays.asList(product)) : new HashSet<>();
      Set<Long> categories =
          kept > 0 ? new HashSet<>(Arrays.asList(category, 1L)) : new HashSet<>();
      return new Buy.Builder(id)
          .by(customerId, EmailAddress.keyOf(email))
          .placed(placedAt)
          .cancelled(cancelled)
          .money(currency, kept * unitMinor)
          .units(cancelled ? 0 : units, cancelled ? 0 : returned, cancelled ? 0 : reduced)
          .goods(products, categories)
          .reader("de-AT", "AT")
          .build();
    }
  }

  public PaperOrder order(long id, long customerId, String email, Instant placedAt) {
    PaperOrder order = new PaperOrder(id);
    order.customerId = customerId;
    order.email = email;
    order.placedAt = placedAt;
    order.product = 100 + id % 5;
    order.category = 10 + id % 3;
    orders.put(id, order);
    return order;
  }

  public void account(long id, String email, Instant opened) {
    accounts.put(id, new Account(id, EmailAddress.keyOf(email), opened, "", "02-29"));
  }

  /** How often it was asked. */
  public int reads() {
    return reads;
  }

  @Override
  public List<Buy> buys(Collection<Long> orderIds) {
    reads++;
    return orderIds.stream()
        .filter(orders::containsKey)
        .map(id -> orders.get(id).buy())
        .collect(Collectors.toList());
  }

  @Override
  public List<Long> placedAfter(long orderId, int limit) {
    return orders.keySet().stream()
        .filter(id -> id > orderId)
        .limit(limit)
        .collect(Collectors.toList());
  }

  @Override
  public long placedCount() {
    return orders.size();
  }

  @Override
  public Map<Long, Account> accounts(Collection<Long> customerIds) {
    reads++;
    Map<Long, Account> found = new TreeMap<>(accounts);
    found.keySet().retainAll(customerIds);
    return found;
  }

  @Override
  public List<Long> accountsAfter(long customerId, int limit) {
    return accounts.keySet().stream()
        .filter(id -> id > customerId)
        .limit(limit)
        .collect(Collectors.toList());
  }

  @Override
  public long lastAccount() {
    return accounts.keySet().stream().mapToLong(id -> id).max().orElse(0);
  }

  @Override
  public List<Long> ordersOf(PersonRef person) {
    List<Long> ids = new ArrayList<>();
    for (PaperOrder order : orders.values()) {
      boolean own = person.customerId > 0 && order.customerId == person.customerId;
      boolean guest =
          order.customerId == 0 && EmailAddress.keyOf(order.email).equals(person.mailbox);
      if (own || guest) {
        ids.add(order.id);
      }
    }
    return ids;
  }
}
