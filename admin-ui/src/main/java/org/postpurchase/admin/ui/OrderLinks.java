package org.postpurchase.admin.ui;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.broadleaf.person.PeopleSearch;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.shared.Who;

/** What the host's order table says about orders that our pages mention. Reads only. */
public final class OrderLinks {
  private static final String NUMBERS =
      "select o.id, o.orderNumber from org.broadleafcommerce.core.order.domain.OrderImpl o"
          + " where o.id in (:ids) and o.orderNumber is not null";
  private static final String OF_NUMBER =
      "select o.id from org.broadleafcommerce.core.order.domain.OrderImpl o"
          + " where o.orderNumber = :number";
  private static final String NEWEST =
      "select o.id from org.broadleafcommerce.core.order.domain.OrderImpl o"
          + " where o.status = 'SUBMITTED' order by o.id desc";

  private static final String CURRENCIES =
      "select c.currencyCode from"
          + " org.broadleafcommerce.common.currency.domain.BroadleafCurrencyImpl c";

  private final SettingsQuery query;
  private final FindPeople people;

  public OrderLinks(SettingsQuery query, PeopleSearch search) {
    this.query = query;
    this.people = new FindPeople(query, search);
  }

  /** Numbers by order id; orders that are gone or have none are left out. */
  public Map<Long, String> numbers(Collection<Long> orderIds) {
    if (orderIds.isEmpty()) {
      return Collections.emptyMap();
    }
    return query.read(
        em -> {
          Map<Long, String> numbers = new HashMap<>();
          List<Object[]> rows =
              em.createQuery(NUMBERS, Object[].class)
                  .setParameter("ids", new HashSet<>(orderIds))
                  .getResultList();
          rows.forEach(row -> numbers.put((Long) row[0], (String) row[1]));
          return numbers;
        });
  }

  /** The order with that number. */
  public Optional<Long> ofNumber(String number) {
    return query.read(
        em ->
            em
                .createQuery(OF_NUMBER, Long.class)
                .setParameter("number", number)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst());
  }

  /** Whom somebody may be looking for; everybody when nothing was typed. */
  public Who people(String typed) {
    return people.matching(typed);
  }

  /** Codes of the currencies that the shop has. */
  public Set<String> currencies() {
    return query.read(
        em -> new HashSet<>(em.createQuery(CURRENCIES, String.class).getResultList()));
  }

  /** The submitted order with the highest id. */
  public Optional<Long> newest() {
    return query.read(
        em ->
            em.createQuery(NEWEST, Long.class).setMaxResults(1).getResultList().stream()
                .findFirst());
  }
}
