package org.postpurchase.loyalty;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;

/**
 * Gives the pending points of each line the day on which its return window ends; points for the
 * whole order wait for the last of it. Points that somebody has claimed meanwhile are planned where
 * they are.
 */
final class PlanMaturity {
  private final PointsLedger ledger;
  private final LedgerViews views;

  PlanMaturity(PointsLedger ledger, LedgerViews views) {
    this.ledger = ledger;
    this.views = views;
  }

  /** When the points of each line that has arrived can be used; 0 for the whole order. */
  static Map<Long, Instant> moments(
      OrderSnapshot order, List<OrderLineProgress> progress, Programme programme, ZoneId zone) {
    Map<Long, Instant> moments = new HashMap<>();
    for (OrderLineProgress line : progress) {
      int wanted = line.ordered - line.cancelled;
      if (wanted > 0 && line.delivered >= wanted && line.deliveredAt != null) {
        Instant usual = programme.timing.maturityAfterDelivery(line.deliveredAt, zone);
        moments.put(line.lineId, later(usual, line.heldUntil()));
      }
    }
    OrderProgress whole = OrderProgress.of(order, progress);
    whole
        .deliveredAt()
        .map(at -> programme.timing.maturityAfterDelivery(at, zone))
        .ifPresent(usual -> moments.put(0L, later(usual, whole.heldUntil().orElse(null))));
    return moments;
  }

  /** What is on its way back is waited for. */
  private static Instant later(Instant usual, Instant heldUntil) {
    return heldUntil != null && heldUntil.isAfter(usual) ? heldUntil : usual;
  }

  void on(OrderSnapshot order, Map<Long, Instant> moments, Programme programme, ZoneId zone) {
    if (moments.isEmpty()) {
      return;
    }
    for (PointsLot lot : views.pendingOfOrder(order.orderId)) {
      Instant matures = moments.get(lot.cause.orderLineId);
      if (matures != null && !matures.equals(lot.maturesAt())) {
        Instant expires = programme.timing.expiryOf(matures, zone);
        ledger.schedule(lot.accountId, lot.lotNo, matures, expires);
      }
    }
  }
}
