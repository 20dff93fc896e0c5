package org.postpurchase.admin.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.postpurchase.broadleaf.person.PeopleSearch;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Who;

/**
 * People and orders by any part of an address, a name or an order number, in the host's tables and
 * in ours. Reads only, and never more than some hundred rows. How fast is said at {@link
 * PeopleSearch}.
 */
public final class FindPeople {
  static final int MOST = 100;
  private static final int CONTACTS_MAX = 200;
  private static final int MESSAGES_MAX = 500;
  private final SettingsQuery query;
  private final PeopleSearch search;

  public FindPeople(SettingsQuery query, PeopleSearch search) {
    this.query = query;
    this.search = search;
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
    if (text.indexOf('@') > 0 && search.isHeardOf(key)) {
      return withWhatIsTheirs(Collections.singleton(key), Collections.<Long>emptySet());
    }
    Found found = inTheHost(text);
    Set<String> contacts = new LinkedHashSet<>();
    contacts.add(key);
    for (String part : parts(text)) {
      contacts.addAll(search.mailboxesWith(part, MOST));
    }
    contacts.addAll(found.contacts);
    return withWhatIsTheirs(contacts, found.customersOfOrders.keySet());
  }

  /**
   * Customers and orders of the host with that part of an address, a name, a phone number or an
   * order number.
   */
  public Found inTheHost(String typed) {
    Found found = new Found();
    search.search(visible(typed), MOST).forEach(hit -> keep(hit, found));
    search.ordersOf(found.customerIds, MOST).forEach(hit -> keep(hit, found));
    found.customerIds.addAll(found.customersOfOrders.values());
    return found;
  }

  private static void keep(PeopleSearch.Hit hit, Found found) {
    if (hit.orderId > 0) {
      found.customersOfOrders.put(hit.orderId, hit.customerId);
    } else {
      found.customerIds.add(hit.customerId);
    }
    if (!hit.contact().isEmpty()) {
      found.contacts.add(EmailAddress.keyOf(hit.contact()));
    }
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
    parts.add(text.toLowerCase(Locale.ROOT));
    if (text.chars().anyMatch(c -> c > 127)) {
      String domain = text.substring(text.indexOf('@') + 1);
      parts.add(EmailAddress.keyOf("x@" + domain).substring(2));
    }
    return parts;
  }
}
