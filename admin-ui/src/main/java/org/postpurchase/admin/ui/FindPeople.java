package org.postpurchase.admin.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Who;

/**
 * People and orders by any part of an address, a name or an order number, in the host's tables and
 * in ours. Reads only, and never more than some hundred rows. A whole address that is known is
 * found by what indexes and the customers' table say; parts, and addresses that nobody has, go
 * through the host's orders, addresses and customers: seconds in a shop of some 100,000 people.
 */
public final class FindPeople {
  static final int MOST = 100;
  private static final int CONTACTS_MAX = 200;
  private static final int MESSAGES_MAX = 500;
  private static final String ORDERS = "org.broadleafcommerce.core.order.domain.OrderImpl o";
  private static final String ORDER = "select o.id, o.customer.id, o.emailAddress from ";
  private static final String PLACED = " and o.orderNumber is not null order by o.id desc";
  private static final String BY_ORDER =
      ORDER
          + ORDERS
          + " where (o.orderNumber like :part escape '!'"
          + " or lower(o.emailAddress) like :part escape '!')"
          + PLACED;
  private static final String BY_NAME =
      ORDER
          + "org.broadleafcommerce.core.order.domain.FulfillmentGroupImpl g join g.order o"
          + " join g.address a"
          + " where lower(concat(coalesce(a.firstName, ''), ' ', coalesce(a.lastName, '')))"
          + " like :part escape '!'"
          + PLACED;
  private static final String BY_CUSTOMER =
      ORDER + ORDERS + " where o.customer.id in (:ids)" + PLACED;
  private static final String CUSTOMERS =
      "select c.id, c.emailAddress from org.broadleafcommerce.profile.core.domain.CustomerImpl c"
          + " where lower(concat(coalesce(c.firstName, ''), ' ', coalesce(c.lastName, '')))"
          + " like :part escape '!' or lower(c.emailAddress) like :part escape '!'"
          + " order by c.id desc";

  private static final String CUSTOMERS_WITH =
      "select c.id, c.emailAddress from org.broadleafcommerce.profile.core.domain.CustomerImpl c"
          + " where lower(c.emailAddress) in (:addresses) order by c.id desc";
  private static final String ORDERS_WITH =
      ORDER + ORDERS + " where o.emailAddress in (:addresses)" + PLACED;
  private static final String ORDERS_BY_ID = ORDER + ORDERS + " where o.id in (:ids)" + PLACED;
  private static final String ORDERS_OF_MAILBOX =
      "select ORDER_ID from PP_PERSON_ORDER where MAILBOX_KEY = ?1 order by ORDER_ID desc";

  private final SettingsQuery query;

  public FindPeople(SettingsQuery query) {
    this.query = query;
  }

  /** What was found in the host's tables. */
  public static final class Found {
    /** Customers by id of the order, newest first. */
    public final Map<Long, Long> customersOfOrders = new LinkedHashMap<>();

    public final Set<Long> customerIds = new LinkedHashSet<>();
    final Set<String> contacts = new LinkedHashSet<>();
  }

  /** Everybody for a text without anything visible. */
  public Who matching(String typed) {
    String text = visible(typed);
    if (text.isEmpty()) {
      return Who.EVERYBODY;
    }
    String key = EmailAddress.keyOf(text);
    boolean known =
        text.indexOf('@') > 0 && query.read(em -> !ours(em, "CONTACT = ?1", key).isEmpty());
    if (known) {
      return withWhatIsTheirs(Collections.singleton(key), Collections.<Long>emptySet());
    }
    Found found = inTheHost(text);
    Set<String> contacts = new LinkedHashSet<>();
    contacts.add(key);
    for (String part : parts(text)) {
      contacts.addAll(query.read(em -> ours(em, "CONTACT like ?1 escape '!'", part)));
    }
    contacts.addAll(found.contacts);
    return withWhatIsTheirs(contacts, found.customersOfOrders.keySet());
  }

  /** Customers and orders of the host with that part of an address, a name or a number. */
  public Found inTheHost(String typed) {
    Found found = new Found();
    String text = visible(typed);
    if (text.isEmpty()) {
      return found;
    }
    String part = parts(text).get(0);
    query.read(
        em -> {
          if (text.indexOf('@') > 0 && hasAddress(em, text, found)) {
            return found;
          }
          for (Object[] row : rows(em, CUSTOMERS, "part", part)) {
            found.customerIds.add((Long) row[0]);
            add(row[1], found);
          }
          keep(rows(em, BY_ORDER, "part", part), found);
          keep(rows(em, BY_NAME, "part", part), found);
          if (!found.customerIds.isEmpty()) {
            keep(rows(em, BY_CUSTOMER, "ids", new ArrayList<>(found.customerIds)), found);
          }
          return found;
        });
    found.customerIds.addAll(found.customersOfOrders.values());
    return found;
  }

  /** Whether anybody has exactly that address, in any spelling; finds what is theirs. */
  private static boolean hasAddress(EntityManager em, String text, Found found) {
    String key = EmailAddress.keyOf(text);
    List<String> addresses = Arrays.asList(text, text.toLowerCase(Locale.ROOT), key);
    for (Object[] row : rows(em, CUSTOMERS_WITH, "addresses", addresses)) {
      found.customerIds.add((Long) row[0]);
      add(row[1], found);
    }
    keep(rows(em, ORDERS_WITH, "addresses", addresses), found);
    List<Long> known = new ArrayList<>();
    for (Object id :
        em.createNativeQuery(ORDERS_OF_MAILBOX)
            .setParameter(1, key)
            .setMaxResults(MOST)
            .getResultList()) {
      known.add(((Number) id).longValue());
    }
    if (!known.isEmpty()) {
      keep(rows(em, ORDERS_BY_ID, "ids", known), found);
    }
    if (!found.customerIds.isEmpty()) {
      keep(rows(em, BY_CUSTOMER, "ids", new ArrayList<>(found.customerIds)), found);
    }
    return !found.contacts.isEmpty();
  }

  private static void keep(List<Object[]> orders, Found found) {
    for (Object[] row : orders) {
      found.customersOfOrders.put((Long) row[0], (Long) row[1]);
      add(row[2], found);
    }
  }

  private static void add(Object address, Found found) {
    if (address != null) {
      found.contacts.add(EmailAddress.keyOf(address.toString()));
    }
  }

  private static List<Object[]> rows(EntityManager em, String hql, String name, Object value) {
    return em.createQuery(hql, Object[].class)
        .setParameter(name, value)
        .setMaxResults(MOST)
        .getResultList();
  }

  /** Whoever we have a row about, whatever it is. */
  private static List<String> ours(EntityManager em, String condition, String value) {
    Set<String> found = new LinkedHashSet<>();
    for (String table : new String[] {"PP_CONTACT", "PP_SUPPRESSION", "PP_CONSENT"}) {
      String sql = "select distinct CONTACT from " + table + " where " + condition;
      for (Object each :
          em.createNativeQuery(sql).setParameter(1, value).setMaxResults(MOST).getResultList()) {
        found.add(String.valueOf(each));
      }
    }
    return new ArrayList<>(found);
  }

  private Who withWhatIsTheirs(Collection<String> contacts, Collection<Long> orders) {
    List<String> keys = new ArrayList<>(contacts);
    List<String> few = keys.subList(0, Math.min(keys.size(), CONTACTS_MAX));
    Set<Long> orderIds = new LinkedHashSet<>(orders);
    orderIds.addAll(ids("select ORDER_ID from PP_ENROLLMENT where ORDER_ID > 0 and CONTACT", few));
    return Who.of(
        few,
        orderIds,
        ids("select MESSAGE_ID from PP_TOUCH_DECISION where MESSAGE_ID > 0 and CONTACT", few));
  }

  private List<Long> ids(String select, List<String> contacts) {
    return query.read(
        em -> {
          List<Long> ids = new ArrayList<>();
          for (Object id :
              em.createNativeQuery(select + " in (:contacts)")
                  .setParameter("contacts", contacts)
                  .setMaxResults(MESSAGES_MAX)
                  .getResultList()) {
            ids.add(((Number) id).longValue());
          }
          return ids;
        });
  }

  /** Without control characters, which no address or name has and some databases refuse. */
  static String visible(String typed) {
    return typed == null ? "" : typed.replaceAll("\\p{Cntrl}", " ").trim();
  }

  /** As typed, and, for letters that an address has in its domain only, as its key has them. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    parts.add(like(text.toLowerCase(Locale.ROOT)));
    if (text.chars().anyMatch(c -> c > 127)) {
      String domain = text.substring(text.indexOf('@') + 1);
      parts.add(like(EmailAddress.keyOf("x@" + domain).substring(2)));
    }
    return parts;
  }

  private static String like(String text) {
    return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }
}
