package org.postpurchase.broadleaf.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.OneOf;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Which mailbox placed an order, in PP_PERSON_ORDER: hosts keep addresses as they were typed and
 * have no index that finds another spelling. Written before the handlers of the order's event run,
 * in the same transaction; orders from before the installation are added by {@link
 * FillPersonOrders}, and until that is done {@link #isComplete} is false.
 */
public final class PersonOrders {
  static final String TASK = "mailboxes of BLC_ORDER";
  static final String DONE = "done";

  private static final String UNKNOWN =
      "select ORDER_ID, EMAIL_ADDRESS from BLC_ORDER where ORDER_ID {keys} and not exists"
          + " (select 1 from PP_PERSON_ORDER p where p.ORDER_ID = BLC_ORDER.ORDER_ID)"
          + " order by ORDER_ID";
  private static final String ADD =
      "insert into PP_PERSON_ORDER (ORDER_ID, MAILBOX_KEY) values (?, ?)";
  private static final String KNOWN =
      "select ORDER_ID from PP_PERSON_ORDER where ORDER_ID between ? and ?";
  private static final String BEFORE =
      " and o.ORDER_STATUS = 'SUBMITTED' and o.ORDER_ID <> own.ORDER_ID"
          + " and (o.SUBMIT_DATE < own.SUBMIT_DATE"
          + " or (o.SUBMIT_DATE = own.SUBMIT_DATE and o.ORDER_ID < own.ORDER_ID))";
  private static final String OF_MAILBOX =
      "select own.ORDER_ID as OWN_ID, o.ORDER_ID as OTHER_ID, o.SUBMIT_DATE as PLACED_AT from"
          + " BLC_ORDER own join PP_PERSON_ORDER mine on mine.ORDER_ID = own.ORDER_ID join"
          + " PP_PERSON_ORDER p on p.MAILBOX_KEY = mine.MAILBOX_KEY join BLC_ORDER o on o.ORDER_ID"
          + " = p.ORDER_ID where own.ORDER_ID {keys}"
          + BEFORE;
  private static final String OF_CUSTOMER =
      "select own.ORDER_ID as OWN_ID, o.ORDER_ID as OTHER_ID, o.SUBMIT_DATE as PLACED_AT from"
          + " BLC_ORDER own join BLC_ORDER o on o.CUSTOMER_ID = own.CUSTOMER_ID where own.ORDER_ID"
          + " {keys}"
          + BEFORE;
  private static final String EARLIER = OF_MAILBOX + " union all " + OF_CUSTOMER;
  private static final String STATE = "select REACHED_TEXT from PP_TASK_PROGRESS where TASK = ?";
  private static final long LOOK_AGAIN_NANOS = 30_000_000_000L;
  private static final int LONGEST_KEY = 254;

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private volatile boolean complete;
  private volatile long lookAtNanos;

  public PersonOrders(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    lookAtNanos = System.nanoTime();
  }

  /**
   * Whether all placed orders are in the table. Asks the database at most twice a minute, and never
   * again once it is so.
   */
  boolean isComplete() {
    long now = System.nanoTime();
    if (!complete && now - lookAtNanos >= 0) {
      lookAtNanos = now + LOOK_AGAIN_NANOS;
      complete = jdbc.queryForList(STATE, String.class, TASK).contains(DONE);
    }
    return complete;
  }

  /** Another node, or a test, may have finished it. */
  void lookAgain() {
    lookAtNanos = System.nanoTime();
  }

  /**
   * Notes whose orders were placed, with one statement to read and one to write. Does nothing for
   * other facts, and nothing the second time.
   */
  public void note(List<OrderEvent> events) {
    Set<Long> placed = new TreeSet<>();
    for (OrderEvent event : events) {
      if (event.fact == OrderFact.SUBMITTED) {
        placed.add(event.orderId);
      }
    }
    inserts.allOrKeep(
        ADD,
        rows(
            inserts
                .rows()
                .select(
                    UNKNOWN,
                    placed,
                    (row, n) ->
                        new Placed(row.getLong("ORDER_ID"), row.getString("EMAIL_ADDRESS")))));
  }

  /** When the submitted orders of the same mailbox or customer before each of these were placed. */
  Map<Long, List<Instant>> earlierOf(Collection<OrderSnapshot> orders) {
    Map<Long, Map<Long, Instant>> earlier = new HashMap<>();
    orders.forEach(order -> earlier.put(order.orderId, new HashMap<>()));
    if (!orders.isEmpty()) {
      OneOf these = OneOf.of(inserts.dialect(), "", earlier.keySet());
      RowCallbackHandler collect =
          row ->
              earlier
                  .get(row.getLong("OWN_ID"))
                  .put(row.getLong("OTHER_ID"), row.getTimestamp("PLACED_AT").toInstant());
      jdbc.query(EARLIER.replace("{keys}", these.sql), collect, these.argsThen(these.args()));
    }
    Map<Long, List<Instant>> times = new HashMap<>();
    earlier.forEach((id, others) -> times.put(id, new ArrayList<>(others.values())));
    return times;
  }

  /** Adds those that are not there yet; in the order of their ids, all of one page. */
  void addMissing(List<Placed> page) {
    long first = page.get(0).orderId;
    long last = page.get(page.size() - 1).orderId;
    Set<Long> known = new HashSet<>(jdbc.queryForList(KNOWN, Long.class, first, last));
    List<Placed> missing = new ArrayList<>(page);
    missing.removeIf(order -> known.contains(order.orderId));
    List<Object[]> rows = rows(missing);
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(ADD, rows);
    }
  }

  RowSets sets() {
    return inserts.rows();
  }

  SqlDialect dialect() {
    return inserts.dialect();
  }

  private static List<Object[]> rows(List<Placed> orders) {
    List<Object[]> rows = new ArrayList<>();
    for (Placed order : orders) {
      String key = keyOf(order.address);
      if (!key.isEmpty()) {
        rows.add(new Object[] {order.orderId, key});
      }
    }
    return rows;
  }

  /** Empty for an order without an address. */
  static String keyOf(String address) {
    String key = address == null ? "" : EmailAddress.keyOf(address.trim());
    return key.length() > LONGEST_KEY ? "" : key;
  }

  /** An order and the address as it was typed. */
  static final class Placed {
    final long orderId;
    final String address;

    Placed(long orderId, String address) {
      this.orderId = orderId;
      this.address = address;
    }
  }

  static List<String> spellings(String address) {
    return Arrays.asList(address, address.toLowerCase(java.util.Locale.ROOT));
  }
}
