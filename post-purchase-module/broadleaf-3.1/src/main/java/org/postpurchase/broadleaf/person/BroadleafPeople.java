package org.postpurchase.broadleaf.person;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postpurchase.people.FindPerson;
import org.postpurchase.people.Identity;
import org.postpurchase.people.PlacedOrder;
import org.postpurchase.person.PersonRef;
import org.postpurchase.shared.EmailAddress;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Looks people up in the host's customers, orders, addresses and phones, and among the mailboxes
 * that we have heard of. Each look reads at most some hundred rows.
 */
public final class BroadleafPeople implements FindPerson {
  static final int ORDERS_MAX = 500;
  private static final int EACH_MAX = 60;
  private static final int MAILBOXES_MAX = 20;

  private static final String OF_PERSON =
      "select o.ORDER_ID, o.ORDER_NUMBER, o.ORDER_STATUS, o.SUBMIT_DATE, o.ORDER_TOTAL,"
          + " o.CURRENCY_CODE, o.EMAIL_ADDRESS from BLC_ORDER o";
  private static final String OF_GUEST =
      " join PP_PERSON_ORDER m on m.ORDER_ID = o.ORDER_ID"
          + " left join BLC_CUSTOMER c on c.CUSTOMER_ID = o.CUSTOMER_ID"
          + " where m.MAILBOX_KEY = ? and (c.IS_REGISTERED is null or c.IS_REGISTERED = false) and";
  static final String NEWEST = " order by o.SUBMIT_DATE desc, o.ORDER_ID desc limit ";
  private static final String ADDRESS =
      "select a.FIRST_NAME, a.LAST_NAME, p.PHONE_NUMBER from BLC_FULFILLMENT_GROUP g"
          + " join BLC_ADDRESS a on a.ADDRESS_ID = g.ADDRESS_ID"
          + " left join BLC_PHONE p on p.PHONE_ID = a.PHONE_PRIMARY_ID where g.ORDER_ID = ?";

  private final JdbcTemplate jdbc;
  private final PeopleSearch search;

  public BroadleafPeople(JdbcTemplate jdbc, PeopleSearch search) {
    this.jdbc = jdbc;
    this.search = search;
  }

  @Override
  public List<Found> search(String typed, int most) {
    String text = typed.replaceAll("\\p{Cntrl}", " ").trim();
    if (text.isEmpty()) {
      return Collections.emptyList();
    }
    Map<PersonRef, Found> found = new LinkedHashMap<>();
    for (PeopleSearch.Hit hit : search.search(text, EACH_MAX)) {
      String mailbox = BroadleafRecords.mailbox(hit.email());
      if (hit.registered || !mailbox.isEmpty()) {
        PersonRef ref = PersonRef.of(hit.registered ? hit.customerId : 0, mailbox);
        found.putIfAbsent(ref, new Found(ref, hit.name, hit.email(), hit.orderNumber));
      }
    }
    boolean wholly =
        found.values().stream().anyMatch(f -> f.orderNumber.equals(text) || text.indexOf('@') > 0);
    String key = EmailAddress.keyOf(text);
    if (!wholly) {
      search.mailboxesWith(key, MAILBOXES_MAX).forEach(mailbox -> addMailbox(mailbox, found));
    } else if (search.isHeardOf(key)) {
      addMailbox(key, found);
    }
    return found.values().stream().limit(most).collect(Collectors.toList());
  }

  private void addMailbox(String key, Map<PersonRef, Found> found) {
    boolean known =
        found.values().stream()
            .anyMatch(f -> f.ref.mailbox.equals(key) || EmailAddress.keyOf(f.email).equals(key));
    if (!known) {
      PersonRef ref = accountOf(key).orElse(PersonRef.ofMailbox(key));
      found.putIfAbsent(ref, new Found(ref, "", key, ""));
    }
  }

  @Override
  public Optional<Identity> find(PersonRef person) {
    long customer = person.customerId;
    if (customer == 0) {
      customer = accountOf(person.mailbox).map(ref -> ref.customerId).orElse(0L);
    }
    if (customer > 0) {
      return jdbc
          .query(
              "select CUSTOMER_ID, FIRST_NAME, LAST_NAME, EMAIL_ADDRESS from BLC_CUSTOMER"
                  + " where CUSTOMER_ID = ? and IS_REGISTERED = true",
              (row, n) -> new String[] {name(row), text(row.getString("EMAIL_ADDRESS"))},
              customer)
          .stream()
          .findFirst()
          .map(customer(customer));
    }
    List<PlacedOrder> orders = new ArrayList<>();
    guestOrders(person.mailbox, orders);
    return orders.isEmpty() && !isKnown(person.mailbox)
        ? Optional.empty()
        : Optional.of(identity(person, "", person.mailbox, orders));
  }

  @Override
  public Optional<PersonRef> behind(HostRecord kind, long id) {
    return new RecordOwners(jdbc).of(kind, id);
  }

  private Function<String[], Identity> customer(long id) {
    return account -> {
      PersonRef ref = PersonRef.of(id, BroadleafRecords.mailbox(account[1]));
      List<PlacedOrder> orders =
          new ArrayList<>(
              jdbc.query(
                  OF_PERSON
                      + " where o.CUSTOMER_ID = ? and"
                      + PeopleSearch.PLACED
                      + NEWEST
                      + ORDERS_MAX,
                  (row, n) -> order(row),
                  id));
      if (!ref.mailbox.isEmpty()) {
        guestOrders(ref.mailbox, orders);
      }
      return identity(ref, account[0], account[1], orders);
    };
  }

  private void guestOrders(String mailbox, List<PlacedOrder> orders) {
    orders.addAll(
        jdbc.query(
            OF_PERSON + OF_GUEST + PeopleSearch.PLACED + NEWEST + ORDERS_MAX,
            (row, n) -> order(row),
            mailbox));
  }

  private Identity identity(PersonRef ref, String name, String email, List<PlacedOrder> orders) {
    orders.sort((a, b) -> b.placedAt.compareTo(a.placedAt));
    String[] address = {"", ""};
    if (!orders.isEmpty()) {
      jdbc.query(
          ADDRESS,
          (row, n) -> {
            address[0] = name(row);
            address[1] = text(row.getString("PHONE_NUMBER"));
            return n;
          },
          orders.get(0).id);
    }
    return new Identity(
        ref, new Identity.Contact(name.isEmpty() ? address[0] : name, email, address[1]), orders);
  }

  /** By the host's index on the address as it was typed, else by what is known about people. */
  private Optional<PersonRef> accountOf(String mailbox) {
    List<PersonRef> accounts =
        new ArrayList<>(
            jdbc.query(
                "select CUSTOMER_ID from BLC_CUSTOMER where EMAIL_ADDRESS = ?"
                    + " and IS_REGISTERED = true order by CUSTOMER_ID limit 1",
                (row, n) -> PersonRef.of(row.getLong(1), mailbox),
                mailbox));
    accounts.addAll(
        jdbc.query(
            "select CUSTOMER_ID from PP_PERSON where MAILBOX_KEY = ? and CUSTOMER_ID > 0 limit 1",
            (row, n) -> PersonRef.of(row.getLong(1), mailbox),
            mailbox));
    return accounts.stream().findFirst();
  }

  private boolean isKnown(String mailbox) {
    String sql = "select count(*) from %s where CONTACT = ?";
    return Stream.of("PP_CONTACT", "PP_CONSENT", "PP_SUPPRESSION", "PP_CASE")
        .anyMatch(t -> jdbc.queryForObject(String.format(sql, t), Integer.class, mailbox) > 0);
  }

  private static PlacedOrder order(ResultSet row) throws SQLException {
    BigDecimal total = row.getBigDecimal("ORDER_TOTAL");
    return new PlacedOrder(
        row.getLong("ORDER_ID"),
        text(row.getString("ORDER_NUMBER")),
        BroadleafRecords.instant(row.getTimestamp("SUBMIT_DATE")),
        "CANCELLED".equals(row.getString("ORDER_STATUS")),
        total == null ? BigDecimal.ZERO : total,
        new PlacedOrder.Place(
            text(row.getString("CURRENCY_CODE")),
            BroadleafRecords.mailbox(row.getString("EMAIL_ADDRESS"))));
  }

  private static String name(ResultSet row) throws SQLException {
    return (text(row.getString("FIRST_NAME")) + " " + text(row.getString("LAST_NAME"))).trim();
  }

  static String text(String value) {
    return value == null ? "" : value.trim();
  }
}
