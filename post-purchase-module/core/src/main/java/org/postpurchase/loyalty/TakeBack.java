package org.postpurchase.loyalty;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.ShortfallPolicy;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderSnapshot;

/**
 * Takes back what was booked for units that came back, and gives back what they were paid with in
 * points. Cumulative by line: whatever the steps, the sum is that of one return of all of them;
 * what a rule says today plays no part.
 */
final class TakeBack {
  private static final List<PointsLot> NONE = Collections.emptyList();

  private final PointsLedger ledger;
  private final LedgerViews views;
  private final RedeemPoints redeem;

  TakeBack(PointsLedger ledger, LedgerViews views, RedeemPoints redeem) {
    this.ledger = ledger;
    this.views = views;
    this.redeem = redeem;
  }

  /** Everything of an order's lives up to that one. */
  void all(long orderId, int incarnation) {
    for (PointsLot lot : views.lotsOfOrder(orderId)) {
      if (AwardOnOrderFact.lastNumber(lot.sourceKey) <= incarnation) {
        take(lot, lot.issued, "CANCELLED");
      }
    }
  }

  /**
   * @param onRecord whether {@link OrderEarnings} keeps what its points were given for, so that
   *     only what was paid in points is left to do
   */
  void onLines(OrderSnapshot order, List<OrderLineProgress> progress, boolean onRecord) {
    Map<Long, OrderLineProgress> byLine = new HashMap<>();
    long gone = 0;
    long whole = 0;
    boolean kept = false;
    for (OrderLineProgress line : progress) {
      byLine.put(line.lineId, line);
    }
    for (OrderLine line : order.lines) {
      OrderLineProgress p = byLine.get(line.lineId);
      int back = p == null ? 0 : Math.min(p.ordered, p.returned + p.cancelled);
      whole += line.total.amountMinor();
      gone += p == null ? 0 : Shares.part(line.total.amountMinor(), back, p.ordered);
      kept |= p == null || back < p.ordered;
    }
    if (gone == 0 && kept) {
      return;
    }
    for (PointsLot lot : onRecord ? NONE : views.lotsOfOrder(order.orderId)) {
      OrderLineProgress p = byLine.get(lot.cause.orderLineId);
      if (lot.cause.orderLineId == 0) {
        take(lot, kept ? 0 : lot.issued, "RETURNED");
      } else if (p != null && p.returned + p.cancelled > 0) {
        int stays = Math.max(0, p.ordered - p.returned - p.cancelled);
        take(lot, lot.issued - Shares.part(lot.issued, stays, p.ordered), "RETURNED");
      }
    }
    redeem.restore(order.orderId, kept ? gone : whole, whole);
  }

  private void take(PointsLot lot, long total, String reason) {
    if (total > lot.clawed()) {
      String key = "claw-back:" + lot.accountId + ":" + lot.lotNo + ":" + total;
      ledger.clawBack(lot.accountId, lot.lotNo, key, total, ShortfallPolicy.CARRY, reason);
    }
  }
}
