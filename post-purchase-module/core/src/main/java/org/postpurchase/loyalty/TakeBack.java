package org.postpurchase.loyalty;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
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
   * @param recorded units and money of lines when the order was placed; asked for only when points
   *     have paid for the order, which may have been edited since
   */
  void onLines(
      OrderSnapshot order,
      List<OrderLineProgress> progress,
      boolean onRecord,
      Supplier<Map<Long, EarningAward>> recorded) {
    Map<Long, OrderLineProgress> byLine = new HashMap<>();
    for (OrderLineProgress line : progress) {
      byLine.put(line.lineId, line);
    }
    Map<Long, EarningAward> before =
        order.totals.paidWithPoints.isZero() ? Collections.emptyMap() : recorded.get();
    before.forEach(
        (line, award) ->
            byLine.computeIfAbsent(
                line, id -> new OrderLineProgress(id, award.quantity, 0, 0, 0, 0)));
    Map<Long, Long> worth = worth(order, byLine, before);
    long gone = 0;
    long whole = 0;
    boolean kept = false;
    for (Map.Entry<Long, Long> line : worth.entrySet()) {
      OrderLineProgress p = byLine.get(line.getKey());
      int stays = p == null ? 1 : stays(p, order);
      whole += line.getValue();
      gone += p == null ? 0 : Shares.part(line.getValue(), p.ordered - stays, p.ordered);
      kept |= stays > 0;
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

  /** Units that the buyer keeps: neither sent back nor cancelled nor taken out of the order. */
  private static int stays(OrderLineProgress p, OrderSnapshot order) {
    int now =
        order.lines.stream().filter(l -> l.lineId == p.lineId).mapToInt(l -> l.quantity).sum();
    return Math.max(0, Math.min(p.ordered - p.cancelled, now) - p.returned);
  }

  /**
   * What each line cost when all of its units were in the order: at today's price of a unit, and of
   * lines that are gone in proportion to what is on record.
   */
  private static Map<Long, Long> worth(
      OrderSnapshot order, Map<Long, OrderLineProgress> byLine, Map<Long, EarningAward> recorded) {
    Map<Long, Long> worth = new TreeMap<>();
    long sum = 0;
    long sumOnRecord = 0;
    for (OrderLine line : order.lines) {
      OrderLineProgress p = byLine.get(line.lineId);
      int units = p == null ? line.quantity : Math.max(p.ordered, line.quantity);
      long all = Shares.part(line.total.amountMinor(), units, Math.max(1, line.quantity));
      worth.put(line.lineId, all);
      sum += recorded.containsKey(line.lineId) ? all : 0;
      sumOnRecord += base(recorded, line.lineId);
    }
    for (long lineId : byLine.keySet()) {
      if (!worth.containsKey(lineId)) {
        long paid = base(recorded, lineId);
        worth.put(lineId, sumOnRecord == 0 ? paid : Shares.part(sum, paid, sumOnRecord));
      }
    }
    return worth;
  }

  private static long base(Map<Long, EarningAward> recorded, long lineId) {
    return recorded.containsKey(lineId) ? recorded.get(lineId).baseMinor : 0;
  }

  private void take(PointsLot lot, long total, String reason) {
    if (total > lot.clawed()) {
      String key = "claw-back:" + lot.accountId + ":" + lot.lotNo + ":" + total;
      ledger.clawBack(lot.accountId, lot.lotNo, key, total, ShortfallPolicy.CARRY, reason);
    }
  }
}
