package org.postpurchase.admin.points;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.loyalty.Owners;

/** Whose points somebody may be looking for, from the host's customers and orders. Reads only. */
public final class FindOwners {
  private static final String CUSTOMERS =
      "org.broadleafcommerce.profile.core.domain.CustomerImpl c";
  private static final String ORDERS = "org.broadleafcommerce.core.order.domain.OrderImpl o";
  private static final String BY_EMAIL =
      "select c.id from " + CUSTOMERS + " where lower(c.emailAddress) = :text";
  private static final String BY_ORDER_EMAIL =
      "select o.id, o.customer.id from "
          + ORDERS
          + " where lower(o.emailAddress) = :text and o.orderNumber is not null order by o.id desc";
  private static final String BY_NUMBER =
      "select o.id, o.customer.id from " + ORDERS + " where o.orderNumber = :text";
  private static final String NAMES =
      "select c.id, c.emailAddress, c.firstName, c.lastName from "
          + CUSTOMERS
          + " where c.id in (:ids)";
  private static final int MOST = 50;

  private final SettingsQuery query;

  public FindOwners(SettingsQuery query) {
    this.query = query;
  }

  /**
   * Keys of owners, whether they have an account or not.
   *
   * @param typed an e-mail address, a customer's id or an order number
   */
  Set<String> matching(String typed) {
    String text = typed.trim();
    Set<String> owners = new LinkedHashSet<>();
    if (text.indexOf('@') >= 0) {
      String address = text.toLowerCase(Locale.ROOT);
      for (Long customer : customers(address)) {
        owners.add(Owners.ofCustomer(customer));
      }
      orders(BY_ORDER_EMAIL, address, owners);
      return owners;
    }
    if (text.matches("\\d{1,18}")) {
      owners.add(Owners.ofCustomer(Long.parseLong(text)));
    }
    orders(BY_NUMBER, text, owners);
    return owners;
  }

  private List<Long> customers(String address) {
    return query.read(
        em ->
            em.createQuery(BY_EMAIL, Long.class)
                .setParameter("text", address)
                .setMaxResults(MOST)
                .getResultList());
  }

  private void orders(String select, String text, Set<String> owners) {
    query
        .read(
            em ->
                em.createQuery(select, Object[].class)
                    .setParameter("text", text)
                    .setMaxResults(MOST)
                    .getResultList())
        .forEach(
            row -> {
              owners.add(Owners.ofGuestOrder((Long) row[0]));
              owners.add(Owners.ofCustomer((Long) row[1]));
            });
  }

  /** Name and address of each customer that the shop knows, by id. */
  Map<Long, String> names(Collection<Long> customerIds) {
    if (customerIds.isEmpty()) {
      return Collections.emptyMap();
    }
    return query.read(
        em -> {
          Map<Long, String> names = new HashMap<>();
          List<Object[]> rows =
              em.createQuery(NAMES, Object[].class)
                  .setParameter("ids", new LinkedHashSet<>(customerIds))
                  .getResultList();
          rows.forEach(row -> names.put((Long) row[0], name(row)));
          return names;
        });
  }

  private static String name(Object[] row) {
    StringBuilder name = new StringBuilder();
    for (int column : new int[] {2, 3, 1}) {
      String part = row[column] == null ? "" : row[column].toString().trim();
      name.append(name.length() == 0 || part.isEmpty() ? "" : column == 1 ? ", " : " ")
          .append(part);
    }
    return name.toString();
  }
}
