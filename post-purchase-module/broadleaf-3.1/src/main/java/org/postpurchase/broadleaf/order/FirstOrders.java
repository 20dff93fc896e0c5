package org.postpurchase.broadleaf.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadleafcommerce.core.order.domain.Order;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tells of many orders at once which were the first of their buyers, by the customer's id and the
 * mailbox's key. While PP_PERSON_ORDER is still being filled, addresses are found only as they were
 * typed here or in lower case.
 */
final class FirstOrders {
  private static final String BY_CUSTOMER =
      "select CUSTOMER_ID, SUBMIT_DATE, min(ORDER_ID) from BLC_ORDER"
          + " where ORDER_STATUS = 'SUBMITTED' and CUSTOMER_ID in (%s)"
          + " group by CUSTOMER_ID, SUBMIT_DATE";
  private static final String BY_EMAIL =
      "select EMAIL_ADDRESS, SUBMIT_DATE, min(ORDER_ID) from BLC_ORDER"
          + " where ORDER_STATUS = 'SUBMITTED' and EMAIL_ADDRESS in (%s)"
          + " group by EMAIL_ADDRESS, SUBMIT_DATE";
  private static final String BY_KEY =
      "select p.MAILBOX_KEY, o.SUBMIT_DATE, min(o.ORDER_ID) from PP_PERSON_ORDER p"
          + " join BLC_ORDER o on o.ORDER_ID = p.ORDER_ID"
          + " where o.ORDER_STATUS = 'SUBMITTED' and p.MAILBOX_KEY in (%s)"
          + " group by p.MAILBOX_KEY, o.SUBMIT_DATE";

  private final JdbcTemplate jdbc;
  private final PersonOrders persons;

  FirstOrders(JdbcTemplate jdbc, PersonOrders persons) {
    this.jdbc = jdbc;
    this.persons = persons;
  }

  /** Ids of the orders before which their buyers had no other that is not cancelled. */
  Set<Long> amongst(Collection<Order> orders) {
    boolean complete = persons.isComplete();
    Set<Object> customers = new HashSet<>();
    Set<Object> addresses = new HashSet<>();
    for (Order order : orders) {
      if (order.getCustomer() != null) {
        customers.add(order.getCustomer().getId());
      }
      if (order.getEmailAddress() != null) {
        addresses.addAll(
            complete
                ? Collections.singleton(key(order.getEmailAddress()))
                : PersonOrders.spellings(order.getEmailAddress()));
      }
    }
    Map<Object, Place> earliest = new HashMap<>();
    read(BY_CUSTOMER, customers, earliest);
    read(complete ? BY_KEY : BY_EMAIL, addresses, earliest);
    Set<Long> firsts = new HashSet<>();
    for (Order order : orders) {
      Object customer = order.getCustomer() == null ? null : order.getCustomer().getId();
      Object address = order.getEmailAddress() == null ? null : key(order.getEmailAddress());
      if (isNotBefore(earliest.get(customer), order) && isNotBefore(earliest.get(address), order)) {
        firsts.add(order.getId());
      }
    }
    return firsts;
  }

  private static boolean isNotBefore(Place earliest, Order order) {
    return earliest == null
        || !earliest.isBefore(new Place(order.getSubmitDate().getTime(), order.getId()));
  }

  /** Where an order stands in the host's time; of the same moment, ids decide. */
  private static final class Place {
    private final long millis;
    private final long orderId;

    private Place(long millis, long orderId) {
      this.millis = millis;
      this.orderId = orderId;
    }

    private boolean isBefore(Place other) {
      return millis < other.millis || (millis == other.millis && orderId < other.orderId);
    }
  }

  private void read(String sql, Set<Object> keys, Map<Object, Place> earliest) {
    if (keys.isEmpty()) {
      return;
    }
    List<Object> values = new ArrayList<>(keys);
    String places = String.join(", ", Collections.nCopies(values.size(), "?"));
    jdbc.query(
        String.format(Locale.ROOT, sql, places),
        row -> {
          Object key = row.getObject(1);
          Object person =
              key instanceof Number ? (Object) ((Number) key).longValue() : key(key.toString());
          Place placed = new Place(row.getTimestamp(2).getTime(), row.getLong(3));
          earliest.merge(person, placed, (a, b) -> a.isBefore(b) ? a : b);
        },
        values.toArray());
  }

  private static String key(String address) {
    return PersonOrders.keyOf(address);
  }
}
