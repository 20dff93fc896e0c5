package org.postpurchase.loyalty;

import java.math.BigDecimal;
import java.util.function.Function;
import org.postpurchase.order.OrderLine;

/** What one rule gives for one order, before limits and rounding. Immutable. */
public final class OrderGain {
  private static final OrderGain NOTHING = new OrderGain(null, 0, false, false);

  final BigDecimal[] byLine;
  final long whole;
  final boolean multiplied;
  final boolean firstOrder;

  private OrderGain(BigDecimal[] byLine, long whole, boolean multiplied, boolean firstOrder) {
    this.byLine = byLine;
    this.whole = whole;
    this.multiplied = multiplied;
    this.firstOrder = firstOrder;
  }

  public static OrderGain nothing() {
    return NOTHING;
  }

  /**
   * For the lines that the rule is for, in exact decimals. Points of a line go back as its goods
   * come back.
   *
   * @param points for one whole line, not below zero
   */
  public static OrderGain byLine(
      EarningRule rule, OrderSale sale, Function<OrderLine, BigDecimal> points) {
    BigDecimal[] exact = new BigDecimal[sale.lines().size()];
    for (int i = 0; i < exact.length; i++) {
      OrderLine line = sale.lines().get(i);
      BigDecimal each = rule.scope.covers(line) ? points.apply(line) : BigDecimal.ZERO;
      if (each.signum() < 0) {
        throw new IllegalArgumentException(
            rule.type.key() + " gave " + each + " points for line " + line.lineId + ".");
      }
      exact[i] = each;
    }
    return new OrderGain(exact, 0, false, false);
  }

  /** For the order as a whole; stays until all of it is cancelled or comes back. */
  public static OrderGain whole(long points) {
    return new OrderGain(null, points, false, false);
  }

  /** For the order as a whole, if it is the first one that a person keeps. */
  public static OrderGain ofFirstOrder(long points) {
    return new OrderGain(null, points, false, true);
  }

  /** The same, and multipliers add to it. Only for what is given by line. */
  public OrderGain multiplied() {
    if (byLine == null) {
      throw new IllegalStateException("Only points by line can be multiplied.");
    }
    return new OrderGain(byLine, 0, true, false);
  }
}
