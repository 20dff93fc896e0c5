package org.postpurchase.loyalty;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderTotals;

/**
 * The lines of an order that earn points, in the order of their ids, and what is paid for each in
 * money: its price less its share of discounts on the order and of what was paid in points; tax and
 * shipping are no part of it.
 */
public final class OrderSale {
  private final List<OrderLine> lines = new ArrayList<>();
  private final Map<OrderLine, Integer> places = new IdentityHashMap<>();
  private final long[] bases;
  private final Currency currency;

  OrderSale(OrderSnapshot order) {
    List<OrderLine> all = new ArrayList<>(order.lines);
    all.sort(Comparator.comparingLong(line -> line.lineId));
    long[] paid = paid(all, order.totals);
    long[] earning = new long[paid.length];
    for (int i = 0; i < paid.length; i++) {
      if (all.get(i).goods.earnsPoints) {
        earning[lines.size()] = paid[i];
        places.put(all.get(i), lines.size());
        lines.add(all.get(i));
      }
    }
    bases = Arrays.copyOf(earning, lines.size());
    currency = order.totals.total.currency();
  }

  public List<OrderLine> lines() {
    return Collections.unmodifiableList(lines);
  }

  public Currency currency() {
    return currency;
  }

  /** What is paid in money for a line of this sale, in whole units of the currency. */
  public BigDecimal paid(OrderLine line) {
    return units(bases[places.get(line)]);
  }

  /** What is paid in money for all lines of this sale, in whole units of the currency. */
  public BigDecimal paid() {
    return units(base());
  }

  private BigDecimal units(long minor) {
    return BigDecimal.valueOf(minor, Math.max(0, currency.getDefaultFractionDigits()));
  }

  /** What is paid for all lines, in minor units. */
  long base() {
    return Shares.sum(bases);
  }

  /** What is paid for a line, in minor units. */
  long base(int line) {
    return bases[line];
  }

  /** What is paid in money for each of all lines of an order, in minor units. */
  private static long[] paid(List<OrderLine> lines, OrderTotals totals) {
    long[] prices = lines.stream().mapToLong(l -> l.total.amountMinor()).toArray();
    long discount = Math.max(0, totals.discount.amountMinor());
    long[] discounts = Shares.of(Math.min(discount, Shares.sum(prices)), prices);
    long[] net = new long[prices.length];
    for (int i = 0; i < prices.length; i++) {
      net[i] = Math.max(0, prices[i] - discounts[i]);
    }
    long[] points = Shares.of(Math.min(totals.paidWithPoints.amountMinor(), Shares.sum(net)), net);
    long[] paid = new long[net.length];
    for (int i = 0; i < net.length; i++) {
      paid[i] = net[i] - points[i];
    }
    return paid;
  }
}
