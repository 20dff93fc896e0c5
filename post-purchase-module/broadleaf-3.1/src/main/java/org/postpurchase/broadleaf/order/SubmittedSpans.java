package org.postpurchase.broadleaf.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.jdbc.OneOf;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Who of many buyers has another submitted order before or after the one at hand, in one statement
 * for all of them: the first and the last submitted order of each address, account and mailbox is
 * compared with the order's own date. Joins the caller's transaction.
 */
final class SubmittedSpans {
  private static final String SPAN =
      "min(o.SUBMIT_DATE) as FIRST_AT, max(o.SUBMIT_DATE) as LAST_AT, min(o.ORDER_ID) as LOWEST,"
          + " max(o.ORDER_ID) as HIGHEST from ";
  private static final String SUBMITTED = " and o.ORDER_STATUS = 'SUBMITTED' group by ";

  /** A column for each kind of text: texts of two columns may not be compared in the same way. */
  private static final String OF_ADDRESSES =
      "select 'A' as KIND, o.EMAIL_ADDRESS as ADDRESS, '' as MAILBOX, 0 as ID, "
          + SPAN
          + "BLC_ORDER o where {keys}"
          + SUBMITTED
          + "o.EMAIL_ADDRESS";

  private static final String OF_CUSTOMERS =
      "select 'C' as KIND, '' as ADDRESS, '' as MAILBOX, o.CUSTOMER_ID as ID, "
          + SPAN
          + "BLC_ORDER o where {keys}"
          + SUBMITTED
          + "o.CUSTOMER_ID";
  private static final String OF_MAILBOXES =
      "select 'M' as KIND, '' as ADDRESS, p.MAILBOX_KEY as MAILBOX, 0 as ID, "
          + SPAN
          + "PP_PERSON_ORDER p join BLC_ORDER o on o.ORDER_ID = p.ORDER_ID where {keys}"
          + SUBMITTED
          + "p.MAILBOX_KEY";
  private static final String OWN =
      "select 'O' as KIND, '' as ADDRESS, '' as MAILBOX, o.ORDER_ID as ID, o.SUBMIT_DATE as"
          + " FIRST_AT, o.SUBMIT_DATE as LAST_AT, o.ORDER_ID as LOWEST, o.ORDER_ID as HIGHEST from"
          + " BLC_ORDER o where {keys} and o.SUBMIT_DATE is not null";

  private final Map<String, Instant> submitted = new HashMap<>();
  private final Map<String, List<Span>> byAddress = new HashMap<>();
  private final Map<String, List<Span>> byCustomer = new HashMap<>();
  private final Map<String, List<Span>> byMailbox = new HashMap<>();

  SubmittedSpans(JdbcTemplate jdbc, SqlDialect dialect, Collection<OrderSnapshot> orders) {
    Set<Long> ids = new TreeSet<>();
    Set<String> addresses = new TreeSet<>();
    Set<Long> customers = new TreeSet<>();
    Set<String> mailboxes = new TreeSet<>();
    for (OrderSnapshot order : orders) {
      ids.add(order.orderId);
      addresses.addAll(PersonOrders.spellings(order.email));
      mailboxes.add(PersonOrders.keyOf(order.email));
      if (order.customerId > 0) {
        customers.add(order.customerId);
      }
    }
    addresses.remove("");
    mailboxes.remove("");
    List<String> selects = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    add(OF_ADDRESSES, dialect, "o.EMAIL_ADDRESS", addresses, selects, values);
    add(OF_CUSTOMERS, dialect, "o.CUSTOMER_ID", customers, selects, values);
    add(OF_MAILBOXES, dialect, "p.MAILBOX_KEY", mailboxes, selects, values);
    add(OWN, dialect, "o.ORDER_ID", ids, selects, values);
    jdbc.query(
        String.join(" union all ", selects), (RowCallbackHandler) this::take, values.toArray());
  }

  private static void add(
      String select,
      SqlDialect dialect,
      String column,
      Collection<?> keys,
      List<String> selects,
      List<Object> values) {
    if (!keys.isEmpty()) {
      OneOf these = OneOf.of(dialect, column, keys);
      selects.add(select.replace("{keys}", these.sql));
      Collections.addAll(values, these.args());
    }
  }

  /** Databases that compare addresses without regard to case may answer in another spelling. */
  private void take(ResultSet row) throws SQLException {
    Span span =
        new Span(
            row.getTimestamp("FIRST_AT").toInstant(),
            row.getTimestamp("LAST_AT").toInstant(),
            row.getLong("LOWEST"),
            row.getLong("HIGHEST"));
    String id = String.valueOf(row.getLong("ID"));
    switch (row.getString("KIND")) {
      case "A":
        put(byAddress, row.getString("ADDRESS"), span);
        break;
      case "C":
        put(byCustomer, id, span);
        break;
      case "M":
        put(byMailbox, row.getString("MAILBOX"), span);
        break;
      default:
        submitted.put(id, span.first);
    }
  }

  private static void put(Map<String, List<Span>> spans, String whose, Span span) {
    spans.computeIfAbsent(whose.toLowerCase(Locale.ROOT), w -> new ArrayList<>()).add(span);
  }

  /**
   * Those with an earlier one; a cart comes last.
   *
   * @param ask decides about one of several orders that were submitted at the same instant
   */
  Set<Long> withEarlier(Collection<OrderSnapshot> orders, Predicate<OrderSnapshot> ask) {
    Set<Long> found = new HashSet<>();
    for (OrderSnapshot order : orders) {
      Instant own = submitted.get(String.valueOf(order.orderId));
      List<Span> spans = of(order);
      boolean before = spans.stream().anyMatch(s -> own == null || s.first.isBefore(own));
      boolean same = spans.stream().anyMatch(s -> s.first.equals(own) && s.lowest < order.orderId);
      if (before || same && ask.test(order)) {
        found.add(order.orderId);
      }
    }
    return found;
  }

  /**
   * Those with a later one; a cart has none.
   *
   * @param ask decides about one of several orders that were submitted at the same instant
   */
  Set<Long> withLater(Collection<OrderSnapshot> orders, Predicate<OrderSnapshot> ask) {
    Set<Long> found = new HashSet<>();
    for (OrderSnapshot order : orders) {
      Instant own = submitted.get(String.valueOf(order.orderId));
      List<Span> spans = of(order);
      boolean after = own != null && spans.stream().anyMatch(s -> s.last.isAfter(own));
      boolean same = spans.stream().anyMatch(s -> s.last.equals(own) && s.highest > order.orderId);
      if (after || same && ask.test(order)) {
        found.add(order.orderId);
      }
    }
    return found;
  }

  private List<Span> of(OrderSnapshot order) {
    List<Span> spans = new ArrayList<>();
    for (String address : new HashSet<>(PersonOrders.spellings(order.email))) {
      spans.addAll(byAddress.getOrDefault(address.toLowerCase(Locale.ROOT), new ArrayList<>()));
    }
    spans.addAll(byCustomer.getOrDefault(String.valueOf(order.customerId), new ArrayList<>()));
    String mailbox = PersonOrders.keyOf(order.email).toLowerCase(Locale.ROOT);
    spans.addAll(byMailbox.getOrDefault(mailbox, new ArrayList<>()));
    return spans;
  }

  /** What somebody has submitted. */
  private static final class Span {
    final Instant first;
    final Instant last;
    final long lowest;
    final long highest;

    Span(Instant first, Instant last, long lowest, long highest) {
      this.first = first;
      this.last = last;
      this.lowest = lowest;
      this.highest = highest;
    }
  }
}
