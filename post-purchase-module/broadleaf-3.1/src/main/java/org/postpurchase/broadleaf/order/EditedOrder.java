package org.postpurchase.broadleaf.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;

/** A placed order that the host has fewer units of than earned points. */
final class EditedOrder {
  private static final long HOUR_SECONDS = 3600;

  final long orderId;
  private final long before;
  private final long now;

  private EditedOrder(long orderId, long before, long now) {
    this.orderId = orderId;
    this.before = before;
    this.now = now;
  }

  static EditedOrder read(ResultSet row, int index) throws SQLException {
    return new EditedOrder(row.getLong("ORDER_ID"), row.getLong("B"), row.getLong("N"));
  }

  /**
   * One for each change; the same change is reported again at most once an hour until it is done.
   */
  OrderEvent event(Instant moment) {
    String change = before + "-" + now + "-" + moment.getEpochSecond() / HOUR_SECONDS;
    String key = "order:" + orderId + ":" + OrderFact.EDITED + ":" + change;
    return new OrderEvent(key, orderId, OrderFact.EDITED, "", EventSource.SWEEP, moment);
  }
}
