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

  void on(OrderSnapshot order, List<OrderLineProgress> progress, Programme programme, ZoneId zone) {
    Map<Long, Instant> delivered = new HashMap<>();
    for (OrderLineProgress line : progress) {
      int wanted = line.ordered - line.cancelled;
      if (wanted > 0 && line.delivered >= wanted && line.deliveredAt != null) {
        delivered.put(line.lineId, line.deliveredAt);
      }
    }
    new OrderProgress(progress).deliveredAt().ifPresent(at -> delivered.put(0L, at));
    if (delivered.isEmpty()) {
      return;
    }
    for (PointsLot lot : views.pendingOfOrder(order.orderId)) {
      Instant arrived = delivered.get(lot.cause.orderLineId);
      if (arrived != null) {
        Instant matures = programme.timing.maturityAfterDelivery(arrived, zone);
        if (!matures.equals(lot.maturesAt())) {
          Instant expires = programme.timing.expiryOf(matures, zone);
          ledger.schedule(lot.accountId, lot.lotNo, matures, expires);
        }
      }
    }
  }
}
