package org.postpurchase.broadleaf.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.jdbc.RowSets;
import org.springframework.jdbc.core.RowMapper;

/**
 * Who of many buyers has another submitted order before or after the one at hand, in four
 * statements for all of them: the first and the last submitted order of each address, account and
 * mailbox is compared with the order's own date. Joins the caller's transaction.
 */
final class SubmittedSpans {
  private static final String OWN =
      "select ORDER_ID, SUBMIT_DATE from BLC_ORDER where ORDER_ID {keys}";
  private static final String SPAN =
      "min(o.SUBMIT_DATE) as FIRST_AT, max(o.SUBMIT_DATE) as LAST_AT, min(o.ORDER_ID) as LOWEST,"
          + " max(o.ORDER_ID) as HIGHEST from ";
  private static final String OF_ADDRESSES =
      "select o.EMAIL_ADDRESS as WHOSE, "
          + SPAN
          + "BLC_ORDER o where o.EMAIL_ADDRESS {keys} and o.ORDER_STATUS = 'SUBMITTED'"
          + " group by o.EMAIL_ADDRESS";
  private static final String OF_CUSTOMERS =
      "select o.CUSTOMER_ID as WHOSE, "
          + SPAN
          + "BLC_ORDER o where o.CUSTOMER_ID {keys} and o.ORDER_STATUS = 'SUBMITTED'"
          + " group by o.CUSTOMER_ID";
  private static final String OF_MAILBOXES =
      "select p.MAILBOX_KEY as WHOSE, "
          + SPAN
          + "PP_PERSON_ORDER p join BLC_ORDER o on o.ORDER_ID = p.ORDER_ID"
          + " where p.MAILBOX_KEY {keys} and o.ORDER_STATUS = 'SUBMITTED' group by p.MAILBOX_KEY";

  private final Map<Long, Instant> submitted = new HashMap<>();
  private final Map<String, List<Span>> byAddress = new HashMap<>();
  private final Map<String, List<Span>> byCustomer = new HashMap<>();
  private final Map<String, List<Span>> byMailbox = new HashMap<>();

  SubmittedSpans(RowSets rows, Collection<OrderSnapshot> orders) {
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
    RowMapper<Object> own =
        (row, n) ->
            row.getTimestamp("SUBMIT_DATE") == null
                ? null
                : submitted.put(
                    row.getLong("ORDER_ID"), row.getTimestamp("SUBMIT_DATE").toInstant());
    rows.select(OWN, ids, own);
    rows.select(OF_ADDRESSES, addresses, into(byAddress));
    rows.select(OF_CUSTOMERS, customers, into(byCustomer));
    rows.select(OF_MAILBOXES, mailboxes, into(byMailbox));
  }

  /** Databases that compare addresses without regard to case may answer in another spelling. */
  private static RowMapper<Object> into(Map<String, List<Span>> spans) {
    return (row, n) ->
        spans
            .computeIfAbsent(
                row.getString("WHOSE").toLowerCase(Locale.ROOT), whose -> new ArrayList<>())
            .add(
                new Span(
                    row.getTimestamp("FIRST_AT").toInstant(),
                    row.getTimestamp("LAST_AT").toInstant(),
                    row.getLong("LOWEST"),
                    row.getLong("HIGHEST")));
  }

  /**
   * Those with an earlier one; a cart comes last.
   *
   * @param ask decides about one of several orders that were submitted at the same instant
   */
  Set<Long> withEarlier(Collection<OrderSnapshot> orders, Predicate<OrderSnapshot> ask) {
    Set<Long> found = new HashSet<>();
    for (OrderSnapshot order : orders) {
      Instant own = submitted.get(order.orderId);
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
      Instant own = submitted.get(order.orderId);
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
