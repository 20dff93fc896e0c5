package org.postpurchase.admin.points;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postpurchase.admin.ui.FindPeople;
import org.postpurchase.broadleaf.person.PeopleSearch;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.loyalty.Owners;

/** Whose points somebody may be looking for, from the host's customers and orders. Reads only. */
final class FindOwners {
  private static final String CUSTOMERS =
      "org.broadleafcommerce.profile.core.domain.CustomerImpl c";
  private static final String NAMES =
      "select c.id, c.emailAddress, c.firstName, c.lastName from "
          + CUSTOMERS
          + " where c.id in (:ids)";

  private final SettingsQuery query;
  private final FindPeople people;

  public FindOwners(SettingsQuery query, PeopleSearch search) {
    this.query = query;
    this.people = new FindPeople(query, search);
  }

  /**
   * Keys of owners, whether they have an account or not.
   *
   * @param typed part of an e-mail address, a name or an order number, or a customer's id
   */
  Set<String> matching(String typed) {
    String text = typed.trim();
    Set<String> owners = new LinkedHashSet<>();
    if (text.matches("\\d{1,18}")) {
      owners.add(Owners.ofCustomer(Long.parseLong(text)));
    }
    FindPeople.Found found = people.inTheHost(text);
    found.customerIds.forEach(customer -> owners.add(Owners.ofCustomer(customer)));
    found.customersOfOrders.keySet().forEach(order -> owners.add(Owners.ofGuestOrder(order)));
    return owners;
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
