package org.postpurchase.review;

import java.util.List;
import java.util.Optional;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;

/** Which of the lines of an order their buyers got and kept. */
final class KeptLines {
  private final OrderReader orders;
  private final OrderLineStore lines;

  KeptLines(OrderReader orders, OrderLineStore lines) {
    this.orders = orders;
    this.lines = lines;
  }

  /**
   * Whether more pieces of the line were delivered than sent back. Of what is never shipped, all
   * pieces count as delivered when the order was placed. An order that the shop does not have any
   * more is judged by what was reported about it.
   */
  boolean isKept(long orderId, long lineId) {
    boolean shipped =
        orders
            .find(orderId)
            .flatMap(order -> order.lines.stream().filter(l -> l.lineId == lineId).findFirst())
            .map(line -> line.physical)
            .orElse(true);
    return progress(lines.read(orderId), lineId).map(p -> isKept(p, shipped)).orElse(!shipped);
  }

  static boolean isKept(OrderLine line, Optional<OrderLineProgress> progress) {
    return progress.map(p -> isKept(p, line.physical)).orElse(!line.physical);
  }

  static Optional<OrderLineProgress> progress(List<OrderLineProgress> all, long lineId) {
    return all.stream().filter(p -> p.lineId == lineId).findFirst();
  }

  private static boolean isKept(OrderLineProgress p, boolean shipped) {
    int got = shipped ? p.delivered : p.ordered - p.cancelled;
    return got - p.returned > 0;
  }
}
