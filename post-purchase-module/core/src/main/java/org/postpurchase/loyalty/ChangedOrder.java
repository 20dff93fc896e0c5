package org.postpurchase.loyalty;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.order.OrderLine;
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

  /** Units of each line that the buyer keeps, by what the shop has now and what was reported. */
  Map<Long, Integer> unitsKept() {
    Map<Long, OrderLineProgress> byLine = new HashMap<>();
    progress.forEach(p -> byLine.put(p.lineId, p));
    Map<Long, Integer> kept = new HashMap<>();
    for (OrderLine line : order.lines) {
      OrderLineProgress p = byLine.get(line.lineId);
      int units =
          p == null ? line.quantity : Math.min(p.ordered - p.cancelled, line.quantity) - p.returned;
      kept.put(line.lineId, Math.max(0, units));
    }
    return kept;
  }
}
