package org.postpurchase.broadleaf.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;

/** A fulfilment group whose status says that all of it was shipped or delivered. */
final class SweptGroup {
  final long groupId;
  private final long orderId;
  private final OrderFact fact;

  private SweptGroup(long groupId, long orderId, OrderFact fact) {
    this.groupId = groupId;
    this.orderId = orderId;
    this.fact = fact;
  }

  static SweptGroup read(ResultSet row, int index) throws SQLException {
    return new SweptGroup(
        row.getLong("FULFILLMENT_GROUP_ID"),
        row.getLong("ORDER_ID"),
        HostStatus.factOfGroup(row.getString("STATUS")));
  }

  String key() {
    return OrderEvent.groupKey(groupId, fact);
  }

  OrderEvent event(Instant now) {
    return new OrderEvent(key(), orderId, fact, "group=" + groupId, EventSource.SWEEP, now);
  }
}
