package org.postpurchase.loyalty;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderSnapshot;

/** An order of which something may have changed. */
final class ChangedOrder {
  final OrderSnapshot order;
  final List<OrderLineProgress> progress;
  final Map<Long, Instant> matures;
  final String reason;

  ChangedOrder(
      OrderSnapshot order,
      List<OrderLineProgress> progress,
      Map<Long, Instant> matures,
      String reason) {
    this.order = order;
    this.progress = progress;
    this.matures = matures;
    this.reason = reason;
  }
}
