package org.postpurchase.broadleaf.order;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postpurchase.order.BuyerSince;
import org.postpurchase.order.FollowingOrders;
import org.postpurchase.order.LastOrders;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderSnapshot;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * Looks for other submitted orders of the same person: in the host's table by its indices on e-mail
 * address and customer, which also finds an order placed a moment ago, and by the mailbox's key in
 * PP_PERSON_ORDER, which finds addresses typed in another way. One statement, whose cost does not
 * grow with the shop. While the orders from before the installation are still being filled in, all
 * submitted orders are compared without regard to case instead.
 *
 * <p>What is earlier is decided by the host's own submit dates, which one clock has stamped.
 */
public final class BroadleafOrderHistory implements OrderHistory, LastOrders, FollowingOrders {
  private static final String BEFORE_OR_AFTER =
      " and o.ORDER_STATUS = 'SUBMITTED' and o.ORDER_ID <> own.ORDER_ID"
          + " and (%2$so.SUBMIT_DATE %1$s own.SUBMIT_DATE"
          + " or (o.SUBMIT_DATE = own.SUBMIT_DATE and o.ORDER_ID %1$s own.ORDER_ID))";
  private static final String IN_HOST =
      "select o.ORDER_ID from BLC_ORDER o join BLC_ORDER own on own.ORDER_ID = ? where (%3$s)"
          + BEFORE_OR_AFTER;
  private static final String BY_KEY =
      "select o.ORDER_ID from PP_PERSON_ORDER p join BLC_ORDER o on o.ORDER_ID = p.ORDER_ID"
          + " join BLC_ORDER own on own.ORDER_ID = ? where p.MAILBOX_KEY = ?"
          + BEFORE_OR_AFTER;
  private static final String LAST_OF_CUSTOMERS =
      "select o.CUSTOMER_ID as WHOSE, max(o.SUBMIT_DATE) as LAST_AT from BLC_ORDER o"
          + " where o.CUSTOMER_ID {keys} and o.ORDER_STATUS = 'SUBMITTED' group by o.CUSTOMER_ID";
  private static final String LAST_OF_ADDRESSES =
      "select o.EMAIL_ADDRESS as WHOSE, max(o.SUBMIT_DATE) as LAST_AT from BLC_ORDER o"
          + " where o.EMAIL_ADDRESS {keys} and o.ORDER_STATUS = 'SUBMITTED'"
          + " group by o.EMAIL_ADDRESS";
  private static final String LAST_OF_MAILBOXES =
      "select p.MAILBOX_KEY as WHOSE, max(o.SUBMIT_DATE) as LAST_AT from PP_PERSON_ORDER p"
          + " join BLC_ORDER o on o.ORDER_ID = p.ORDER_ID where p.MAILBOX_KEY {keys}"
          + " and o.ORDER_STATUS = 'SUBMITTED' group by p.MAILBOX_KEY";
  private static final String BY_EMAIL = "o.EMAIL_ADDRESS in (?, ?)";
  private static final String BY_CUSTOMER = "o.CUSTOMER_ID = ?";
  private static final String BY_ANY_SPELLING = "lower(o.EMAIL_ADDRESS) = ?";

  private final JdbcTemplate jdbc;
  private final PersonOrders persons;

  public BroadleafOrderHistory(JdbcTemplate jdbc, PersonOrders persons) {
    this.jdbc = jdbc;
    this.persons = persons;
  }

  @Override
  public boolean hasEarlier(OrderSnapshot order) {
    return persons.isComplete()
        ? exists(order, "<", true)
        : exists(order, "<", false) || byAnySpelling(order);
  }

  @Override
  public List<Instant> earlier(OrderSnapshot order) {
    List<Object> values = new ArrayList<>();
    String selects = selects(order, "<", persons.isComplete(), values);
    return selects.isEmpty()
        ? new ArrayList<>()
        : jdbc.query(
            "select b.SUBMIT_DATE from BLC_ORDER b where b.ORDER_ID in (" + selects + ")",
            (row, n) -> row.getTimestamp("SUBMIT_DATE").toInstant(),
            values.toArray());
  }

  /** By the host's own rows, which know of an order as soon as it is placed. */
  @Override
  public boolean hasOrderedSince(String mailbox, long customerId, Instant since) {
    List<String> whose = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    if (customerId > 0) {
      whose.add("o.CUSTOMER_ID = ?");
      values.add(customerId);
    }
    if (!mailbox.isEmpty()) {
      whose.add("o.EMAIL_ADDRESS = ?");
      values.add(mailbox);
      whose.add("o.ORDER_ID in (select p.ORDER_ID from PP_PERSON_ORDER p where p.MAILBOX_KEY = ?)");
      values.add(mailbox);
    }
    values.add(Timestamp.from(since));
    String orders =
        "select o.ORDER_ID from BLC_ORDER o where ("
            + String.join(" or ", whose)
            + ") and o.ORDER_STATUS = 'SUBMITTED' and o.SUBMIT_DATE > ? limit 1";
    return !jdbc.queryForList(orders, Long.class, values.toArray()).isEmpty();
  }

  /** By three statements for all of them. */
  @Override
  public Set<BuyerSince> orderedSince(Collection<BuyerSince> buyers) {
    Map<BuyerSince, Instant> last = of(buyers);
    return buyers.stream()
        .filter(b -> last.getOrDefault(b, Instant.MIN).isAfter(b.since))
        .collect(Collectors.toSet());
  }

  /** By three statements for all of them. */
  @Override
  public Map<BuyerSince, Instant> of(Collection<BuyerSince> buyers) {
    Set<Long> customers = new TreeSet<>();
    Set<String> mailboxes = new TreeSet<>();
    for (BuyerSince buyer : buyers) {
      customers.add(buyer.customerId);
      mailboxes.add(buyer.mailbox);
    }
    customers.remove(0L);
    mailboxes.remove("");
    Map<Object, Instant> last = new HashMap<>();
    RowMapper<Object> newest =
        (row, n) -> {
          Object whose = row.getObject("WHOSE");
          Instant at = row.getTimestamp("LAST_AT").toInstant();
          return last.merge(
              whose instanceof Number ? (Object) ((Number) whose).longValue() : whose,
              at,
              (a, b) -> a.isAfter(b) ? a : b);
        };
    persons.sets().select(LAST_OF_CUSTOMERS, customers, newest);
    persons.sets().select(LAST_OF_ADDRESSES, mailboxes, newest);
    persons.sets().select(LAST_OF_MAILBOXES, mailboxes, newest);
    Map<BuyerSince, Instant> found = new HashMap<>();
    for (BuyerSince buyer : buyers) {
      Instant byAccount = last.getOrDefault(buyer.customerId, Instant.MIN);
      Instant byMailbox = last.getOrDefault(buyer.mailbox, Instant.MIN);
      Instant at = byAccount.isAfter(byMailbox) ? byAccount : byMailbox;
      if (!at.equals(Instant.MIN)) {
        found.put(buyer, at);
      }
    }
    return found;
  }

  /** By one statement for all of them, once every order's mailbox is known. */
  @Override
  public Map<Long, List<Instant>> earlierOf(Collection<OrderSnapshot> orders) {
    return persons.isComplete() ? persons.earlierOf(orders) : OrderHistory.super.earlierOf(orders);
  }

  /** By one statement for all of them, once every order's mailbox is known. */
  @Override
  public Set<Long> withEarlier(Collection<OrderSnapshot> orders) {
    return persons.isComplete() && !orders.isEmpty()
        ? new SubmittedSpans(jdbc, persons.dialect(), orders).withEarlier(orders, this::hasEarlier)
        : OrderHistory.super.withEarlier(orders);
  }

  /** Likewise. */
  @Override
  public Set<Long> withLater(Collection<OrderSnapshot> orders) {
    return persons.isComplete() && !orders.isEmpty()
        ? new SubmittedSpans(jdbc, persons.dialect(), orders).withLater(orders, this::hasLater)
        : OrderHistory.super.withLater(orders);
  }

  @Override
  public boolean hasLater(OrderSnapshot order) {
    return exists(order, ">", persons.isComplete());
  }

  @Override
  public OptionalLong after(OrderSnapshot order) {
    List<Object> values = new ArrayList<>();
    String selects = selects(order, ">", persons.isComplete(), values);
    return selects.isEmpty()
        ? OptionalLong.empty()
        : jdbc
            .queryForList(
                "select b.ORDER_ID from BLC_ORDER b where b.ORDER_ID in ("
                    + selects
                    + ") order by b.SUBMIT_DATE, b.ORDER_ID limit 1",
                Long.class,
                values.toArray())
            .stream()
            .mapToLong(Long::longValue)
            .findFirst();
  }

  private boolean exists(OrderSnapshot order, String direction, boolean byKey) {
    List<Object> values = new ArrayList<>();
    String selects = selects(order, direction, byKey, values);
    return !selects.isEmpty() && any(selects, values);
  }

  /** Other orders of the person; empty when nothing is known of it. The parameters are added. */
  private static String selects(
      OrderSnapshot order, String direction, boolean byKey, List<Object> values) {
    List<String> selects = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    values.add(order.orderId);
    if (!order.email.isEmpty()) {
      conditions.add(BY_EMAIL);
      values.addAll(PersonOrders.spellings(order.email));
    }
    if (order.customerId > 0) {
      conditions.add(BY_CUSTOMER);
      values.add(order.customerId);
    }
    if (conditions.isEmpty()) {
      return "";
    }
    selects.add(sql(IN_HOST, direction, String.join(" or ", conditions)));
    String key = byKey ? PersonOrders.keyOf(order.email) : "";
    if (!key.isEmpty()) {
      selects.add(sql(BY_KEY, direction, ""));
      values.add(order.orderId);
      values.add(key);
    }
    return String.join(" union all ", selects);
  }

  private boolean byAnySpelling(OrderSnapshot order) {
    String lower = order.email.toLowerCase(Locale.ROOT);
    return !order.email.isEmpty()
        && any(sql(IN_HOST, "<", BY_ANY_SPELLING), Arrays.asList(order.orderId, lower));
  }

  private static String sql(String select, String direction, String condition) {
    String cartComesLast = direction.equals("<") ? "own.SUBMIT_DATE is null or " : "";
    return String.format(Locale.ROOT, select, direction, cartComesLast, condition);
  }

  private boolean any(String selects, List<Object> values) {
    String first = "select x.ORDER_ID from (" + selects + ") x limit 1";
    return !jdbc.queryForList(first, Long.class, values.toArray()).isEmpty();
  }
}
