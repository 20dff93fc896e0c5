package org.postpurchase.broadleaf.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;

/** An order whose recorded events do not explain its status. */
final class SweptOrder {
  final long orderId;
  private final OrderFact fact;
  private final int incarnation;

  private SweptOrder(long orderId, OrderFact fact, int incarnation) {
    this.orderId = orderId;
    this.fact = fact;
    this.incarnation = incarnation;
  }

  /**
   * The n-th submission follows the (n−1)-th cancellation; the n-th cancellation follows the n-th
   * submission.
   */
  static SweptOrder read(ResultSet row, int index) throws SQLException {
    OrderFact fact = HostStatus.factOfOrder(row.getString("ORDER_STATUS"));
    int incarnation =
        fact == OrderFact.SUBMITTED ? row.getInt("CANCELLATIONS") + 1 : row.getInt("SUBMISSIONS");
    return new SweptOrder(row.getLong("ORDER_ID"), fact, incarnation);
  }

  OrderEvent event(Instant now) {
    String key = OrderEvent.statusKey(orderId, fact, incarnation);
    return new OrderEvent(key, orderId, fact, "", EventSource.SWEEP, now);
  }
}
