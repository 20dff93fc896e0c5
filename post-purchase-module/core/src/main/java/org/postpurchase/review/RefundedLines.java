package org.postpurchase.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderTotals;
import org.postpurchase.shared.Money;

/**
 * Of which lines the whole price went back, as far as amounts without units tell. All lines, once
 * everything that was paid in money for goods went back; else the line whose price is exactly what
 * one report says, without its share of the tax or with it. A part of a price, an amount that is
 * the price of several lines, and another currency say nothing about any line.
 */
final class RefundedLines {
  private RefundedLines() {}

  static Set<Long> of(OrderSnapshot order, Map<Long, List<Money>> refunds) {
    List<Money> back =
        refunds.getOrDefault(order.orderId, Collections.<Money>emptyList()).stream()
            .filter(m -> m.currency().equals(order.totals.total.currency()))
            .collect(Collectors.toList());
    long sum = back.stream().mapToLong(Money::amountMinor).reduce(0, Math::addExact);
    if (sum > 0 && sum >= paidForGoods(order.totals)) {
      return order.lines.stream().map(l -> l.lineId).collect(Collectors.toSet());
    }
    return back.stream()
        .map(
            amount ->
                order.lines.stream()
                    .filter(line -> isPrice(amount, line, order.totals))
                    .collect(Collectors.toList()))
        .filter(lines -> lines.size() == 1)
        .map(lines -> lines.get(0).lineId)
        .collect(Collectors.toSet());
  }

  /** Shipping may stay with the shop. Paid with points alone, what was paid for shipping counts. */
  private static long paidForGoods(OrderTotals totals) {
    long paid = totals.total.amountMinor() - totals.paidWithPoints.amountMinor();
    long goods = paid - totals.shipping.amountMinor();
    return goods > 0 ? goods : Math.max(1, paid);
  }

  private static boolean isPrice(Money amount, OrderLine line, OrderTotals totals) {
    long price = line.total.amountMinor();
    return price > 0
        && (amount.amountMinor() == price || amount.amountMinor() == price + tax(price, totals));
  }

  private static long tax(long price, OrderTotals totals) {
    long taxed = totals.merchandise.amountMinor() - totals.discount.amountMinor();
    return taxed <= 0
        ? 0
        : BigDecimal.valueOf(price)
            .multiply(BigDecimal.valueOf(totals.tax.amountMinor()))
            .divide(BigDecimal.valueOf(taxed), 0, RoundingMode.HALF_UP)
            .longValueExact();
  }
}
