package org.postpurchase.order.jdbc;

import java.time.Instant;
import java.util.List;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcOrderLineStore implements OrderLineStore {
  private static final String INSERT =
      "insert into PP_ORDER_LINE (ORDER_LINE_ID, ORDER_ID, ORDERED_QTY, UPDATED_AT) values (?, ?, ?, ?)";

  /** The update takes the row locks on every database, also where a select cannot. */
  private static final String LOCK =
      "update PP_ORDER_LINE set ORDER_ID = ORDER_ID where ORDER_ID = ?";

  private static final String READ =
      "select ORDER_LINE_ID, ORDERED_QTY, SHIPPED_QTY, DELIVERED_QTY, RETURNED_QTY, CANCELLED_QTY"
          + " from PP_ORDER_LINE where ORDER_ID = ? order by ORDER_LINE_ID";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcOrderLineStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public void ensure(OrderSnapshot order, Instant now) {
    for (OrderLine line : order.lines) {
      inserts.ifAbsent(INSERT, line.lineId, order.orderId, line.quantity, Utc.param(now));
    }
  }

  @Override
  public List<OrderLineProgress> lock(long orderId) {
    jdbc.update(LOCK, orderId);
    return jdbc.query(
        READ,
        (row, n) ->
            new OrderLineProgress(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6)),
        orderId);
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
        return "RETURNED_QTY = RETURNED_QTY + ?";
      case LINES_CANCELLED:
        return "CANCELLED_QTY = CANCELLED_QTY + ?";
      default:
        throw new IllegalArgumentException("not a fact about lines: " + fact);
    }
  }

  private static Object[] arguments(OrderFact fact, LineQuantity units, Instant at) {
    boolean dated = fact == OrderFact.SHIPPED || fact == OrderFact.DELIVERED;
    return dated
        ? new Object[] {units.quantity, Utc.param(at), Utc.param(at), units.lineId}
        : new Object[] {units.quantity, Utc.param(at), units.lineId};
  }
}
