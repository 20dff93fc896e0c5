package org.postpurchase.order.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.OneOf;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

final class JdbcOrderLineStore implements OrderLineStore {
  private static final String INSERT =
      "insert into PP_ORDER_LINE (ORDER_LINE_ID, ORDER_ID, ORDERED_QTY, UPDATED_AT) values (?, ?,"
          + " ?, ?)";

  private static final String COLUMNS =
      "select ORDER_LINE_ID, ORDERED_QTY, SHIPPED_QTY, DELIVERED_QTY, RETURNED_QTY, CANCELLED_QTY,"
          + " SHIPPED_AT, DELIVERED_AT, CANCELLED_AT, WITHDRAWN_QTY, WITHDRAWN_AT from"
          + " PP_ORDER_LINE";

  private static final String KNOWN = "select ORDER_LINE_ID from PP_ORDER_LINE where ORDER_ID = ?";

  /** The update takes the row lock on every database, also where a select cannot. */
  private static final String LOCK =
      "update PP_ORDER_LINE set ORDER_ID = ORDER_ID where ORDER_LINE_ID = ?";

  /**
   * Locking too, so that under repeatable read it sees what others committed before the lock. By
   * key only and one by one: locks taken through another index end in deadlocks on MySQL.
   */
  private static final String READ = COLUMNS + " where ORDER_LINE_ID = ? for update";

  private static final String OF_ORDERS = COLUMNS.replace("select ", "select ORDER_ID, ");

  private static final String OF_ORDER = COLUMNS + " where ORDER_ID = ? order by ORDER_LINE_ID";

  private static final String ADD_REFUND =
      "insert into PP_ORDER_REFUND (EVENT_KEY, ORDER_ID, CURRENCY, AMOUNT_MINOR, REFUNDED_AT)"
          + " values (?, ?, ?, ?, ?)";

  private static final String REFUNDS =
      "select ORDER_ID, CURRENCY, AMOUNT_MINOR from PP_ORDER_REFUND where ORDER_ID {keys}";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final SqlDialect dialect;

  JdbcOrderLineStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.dialect = inserts.dialect();
  }

  @Override
  public void ensure(OrderSnapshot order, Instant now) {
    Set<Long> known = known(order);
    order.lines.stream()
        .filter(line -> !known.contains(line.lineId))
        .sorted(Comparator.comparingLong(line -> line.lineId))
        .forEach(
            line ->
                inserts.orKeep(INSERT, line.lineId, order.orderId, line.quantity, Utc.param(now)));
  }

  @Override
  public List<OrderLineProgress> lock(OrderSnapshot order) {
    Set<Long> ids = known(order);
    order.lines.forEach(line -> ids.add(line.lineId));
    List<OrderLineProgress> lines = new ArrayList<>();
    for (long id : ids) {
      jdbc.update(LOCK, id);
      lines.addAll(jdbc.query(READ, (row, n) -> progress(row), id));
    }
    return lines;
  }

  @Override
  public List<OrderLineProgress> read(long orderId) {
    return jdbc.query(OF_ORDER, (row, n) -> progress(row), orderId);
  }

  @Override
  public Map<Long, List<OrderLineProgress>> lockAll(Collection<OrderSnapshot> orders) {
    Map<Long, List<OrderLineProgress>> lines = new HashMap<>();
    Set<Long> ids = new TreeSet<>();
    for (OrderSnapshot order : orders) {
      lines.put(order.orderId, new ArrayList<>());
      order.lines.forEach(line -> ids.add(line.lineId));
    }
    if (orders.isEmpty()) {
      return lines;
    }
    OneOf known = OneOf.of(dialect, "ORDER_ID", lines.keySet());
    if (dialect == SqlDialect.POSTGRESQL) { // locks row by row in the order of the answer
      lock(known, "", lines);
      return lines;
    }
    ids.addAll(
        jdbc.queryForList(
            "select ORDER_LINE_ID from PP_ORDER_LINE where " + known.sql,
            Long.class,
            known.args()));
    if (!ids.isEmpty()) {
      lockByKey(ids, lines);
    }
    return lines;
  }

  private void lockByKey(Set<Long> ids, Map<Long, List<OrderLineProgress>> lines) {
    OneOf these = OneOf.of(dialect, "ORDER_LINE_ID", ids);
    if (!dialect.canSkipLocked()) { // there a select takes no lock that others wait for
      jdbc.update("update PP_ORDER_LINE set ORDER_ID = ORDER_ID where " + these.sql, these.args());
    }
    lock(these, dialect.byPrimaryKey(), lines);
  }

  private void lock(OneOf these, String hint, Map<Long, List<OrderLineProgress>> lines) {
    String select = OF_ORDERS + hint + " where " + these.sql;
    RowCallbackHandler collect =
        row -> {
          List<OrderLineProgress> ofOrder = lines.get(row.getLong("ORDER_ID"));
          if (ofOrder != null) {
            ofOrder.add(progress(row));
          }
        };
    jdbc.query(select + " order by ORDER_LINE_ID" + dialect.forUpdate(), collect, these.args());
  }

  @Override
  public Map<Long, List<OrderLineProgress>> readAll(Collection<Long> orderIds) {
    Map<Long, List<OrderLineProgress>> lines = new HashMap<>();
    orderIds.forEach(id -> lines.put(id, new ArrayList<>()));
    if (!orderIds.isEmpty()) {
      OneOf these = OneOf.of(dialect, "ORDER_ID", orderIds);
      RowCallbackHandler collect = row -> lines.get(row.getLong("ORDER_ID")).add(progress(row));
      jdbc.query(
          OF_ORDERS + " where " + these.sql + " order by ORDER_LINE_ID", collect, these.args());
    }
    return lines;
  }

  private Set<Long> known(OrderSnapshot order) {
    return new TreeSet<>(jdbc.query(KNOWN, (row, n) -> row.getLong(1), order.orderId));
  }

  private static OrderLineProgress progress(ResultSet row) throws SQLException {
    OrderLineProgress known =
        new OrderLineProgress(
            row.getLong("ORDER_LINE_ID"),
            row.getInt("ORDERED_QTY"),
            row.getInt("SHIPPED_QTY"),
            row.getInt("DELIVERED_QTY"),
            row.getInt("RETURNED_QTY"),
            row.getInt("CANCELLED_QTY"),
            Utc.instant(row, "SHIPPED_AT"),
            Utc.instant(row, "DELIVERED_AT"),
            Utc.instant(row, "CANCELLED_AT"));
    int withdrawn = row.getInt("WITHDRAWN_QTY");
    return withdrawn == 0 ? known : known.withdrawn(withdrawn, Utc.instant(row, "WITHDRAWN_AT"));
  }

  @Override
  public void addRefund(String eventKey, long orderId, Money amount, Instant at) {
    String currency = amount.currency().getCurrencyCode();
    inserts.orKeep(ADD_REFUND, eventKey, orderId, currency, amount.amountMinor(), Utc.param(at));
  }

  @Override
  public Map<Long, List<Money>> refunds(Collection<Long> orderIds) {
    Map<Long, List<Money>> refunds = new HashMap<>();
    inserts
        .rows()
        .select(
            REFUNDS,
            orderIds,
            (row, n) ->
                refunds
                    .computeIfAbsent(row.getLong("ORDER_ID"), id -> new ArrayList<>())
                    .add(
                        Money.ofMinor(
                            row.getLong("AMOUNT_MINOR"),
                            Currency.getInstance(row.getString("CURRENCY")))));
    return refunds;
  }

  @Override
  public void add(OrderFact fact, LineQuantity units, Instant at) {
    int rows =
        jdbc.update(
            "update PP_ORDER_LINE set "
                + assignments(fact)
                + ", UPDATED_AT = ? where ORDER_LINE_ID = ?",
            arguments(fact, units, at));
    if (rows != 1) {
      throw new IllegalStateException("Indicates a bug: no row for order line " + units.lineId);
    }
  }

  private static String assignments(OrderFact fact) {
    switch (fact) {
      case SHIPPED:
        return "SHIPPED_QTY = SHIPPED_QTY + ?, SHIPPED_AT = ?";
      case DELIVERED:
        return "DELIVERED_QTY = DELIVERED_QTY + ?, DELIVERED_AT = ?";
      case LINES_RETURNED:
        return "RETURNED_QTY = RETURNED_QTY + ?, WITHDRAWN_QTY = case when WITHDRAWN_QTY > ? then"
            + " WITHDRAWN_QTY - ? else 0 end";
      case LINES_CANCELLED:
        return "CANCELLED_QTY = CANCELLED_QTY + ?, CANCELLED_AT = ?";
      case WITHDRAWAL_DECLARED:
        return "WITHDRAWN_QTY = WITHDRAWN_QTY + ?, WITHDRAWN_AT = ?";
      case WITHDRAWAL_TAKEN_BACK:
        return "WITHDRAWN_QTY = WITHDRAWN_QTY - ?";
      default:
        throw new IllegalArgumentException("not a fact about lines: " + fact);
    }
  }

  private static Object[] arguments(OrderFact fact, LineQuantity units, Instant at) {
    int q = units.quantity;
    if (fact == OrderFact.LINES_RETURNED) {
      return new Object[] {q, q, q, Utc.param(at), units.lineId};
    }
    boolean dated = fact != OrderFact.WITHDRAWAL_TAKEN_BACK;
    return dated
        ? new Object[] {units.quantity, Utc.param(at), Utc.param(at), units.lineId}
        : new Object[] {units.quantity, Utc.param(at), units.lineId};
  }
}
