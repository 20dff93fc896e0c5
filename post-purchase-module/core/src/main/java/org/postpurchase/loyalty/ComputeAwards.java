package org.postpurchase.loyalty;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderSnapshot;

/**
 * How many points an order earns, line by line. The same for the preview in the cart and for what
 * is booked; looks at nothing but its arguments.
 *
 * <p>The base of a line is what is paid for it in money: its price less its share of discounts on
 * the order and of what was paid in points; tax and shipping are no part of it. Points are the base
 * of all lines times the rate, rounded down once for the order and split over the lines by largest
 * remainder, so nothing is gained by splitting an order.
 */
public final class ComputeAwards {
  private static final int MICRO_DIGITS = 6;

  private ComputeAwards() {}

  /**
   * @param firstOrder whether the buyer has bought nothing before
   */
  public static List<Award> of(
      OrderSnapshot order,
      List<EarningRule> rules,
      StackingPolicy stacking,
      boolean firstOrder,
      Instant now) {
    List<EarningRule> open =
        rules.stream().filter(r -> r.limits.when.contains(now)).collect(Collectors.toList());
    List<OrderLine> lines =
        order.lines.stream().filter(l -> l.goods.earnsPoints).collect(Collectors.toList());
    long[] bases = bases(order, lines);
    List<Award> awards = new ArrayList<>();
    for (EarningRule rule : open) {
      if (rule.type == EarningRule.Type.SPEND) {
        spend(rule, order.totals.total.currency(), lines, bases, awards);
        bonus(rule, stacking, open, order.totals.total.currency(), lines, bases, awards);
      } else if (rule.type == EarningRule.Type.FIRST_ORDER && firstOrder && sum(bases) > 0) {
        awards.add(
            new Award(
                "FIRST_ORDER",
                0,
                rule.points,
                rule.key,
                rule.version,
                sum(bases),
                order.totals.total.currency().getCurrencyCode(),
                0));
      }
    }
    return merged(awards);
  }

  /** One award for each line and kind: that is what is paid once, whichever rules it came from. */
  private static List<Award> merged(List<Award> awards) {
    Map<String, Award> byKind = new LinkedHashMap<>();
    for (Award award : awards) {
      if (award.points > 0) {
        byKind.merge(award.kind + award.lineId, award, Award::plus);
      }
    }
    return new ArrayList<>(byKind.values());
  }

  /** What is paid in money for each line that earns, in minor units. */
  static long[] bases(OrderSnapshot order, List<OrderLine> earning) {
    long[] prices = order.lines.stream().mapToLong(l -> l.total.amountMinor()).toArray();
    long discount = Math.max(0, order.totals.discount.amountMinor());
    long[] discounts = Shares.of(Math.min(discount, sum(prices)), prices);
    long paidWithPoints = order.totals.paidWithPoints.amountMinor();
    long[] net = new long[prices.length];
    for (int i = 0; i < prices.length; i++) {
      net[i] = Math.max(0, prices[i] - discounts[i]);
    }
    long[] points = Shares.of(Math.min(paidWithPoints, sum(net)), net);
    long[] bases = new long[earning.size()];
    for (int i = 0; i < prices.length; i++) {
      int at = earning.indexOf(order.lines.get(i));
      if (at >= 0) {
        bases[at] = net[i] - points[i];
      }
    }
    return bases;
  }

  private static void spend(
      EarningRule rule,
      Currency currency,
      List<OrderLine> lines,
      long[] bases,
      List<Award> awards) {
    long[] covered = covered(rule, lines, bases);
    split("SPEND", rule, rule.key, currency, lines, covered, BigDecimal.ONE, awards);
  }

  /** What multipliers add to the points of one spend rule, in lots of their own. */
  private static void bonus(
      EarningRule spend,
      StackingPolicy stacking,
      List<EarningRule> open,
      Currency currency,
      List<OrderLine> lines,
      long[] bases,
      List<Award> awards) {
    List<EarningRule> multipliers =
        open.stream().filter(r -> r.type == EarningRule.Type.MULTIPLY).collect(Collectors.toList());
    long[] covered = covered(spend, lines, bases);
    for (int i = 0; i < lines.size(); i++) {
      OrderLine line = lines.get(i);
      List<EarningRule> applying =
          stacking.counting(
              multipliers.stream().filter(m -> m.scope.covers(line)).collect(Collectors.toList()));
      BigDecimal extra =
          stacking
              .factor(applying.stream().map(m -> m.percent).collect(Collectors.toList()))
              .subtract(BigDecimal.ONE);
      if (extra.signum() > 0) {
        long[] alone = new long[lines.size()];
        alone[i] = covered[i];
        String key = RuleKeys.join(applying.stream().map(m -> m.key).collect(Collectors.toList()));
        EarningRule named = applying.get(0);
        List<Award> bonus = new ArrayList<>();
        split("BONUS", spend, key, currency, lines, alone, extra, bonus);
        bonus.forEach(a -> awards.add(limited(a, named)));
      }
    }
  }

  private static Award limited(Award a, EarningRule rule) {
    return new Award(
        a.kind, a.lineId, a.points, a.ruleKey, rule.version, a.baseMinor, a.currency, a.residue);
  }

  private static void split(
      String kind,
      EarningRule rule,
      String ruleKey,
      Currency currency,
      List<OrderLine> lines,
      long[] bases,
      BigDecimal factor,
      List<Award> awards) {
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    BigDecimal rate = rule.rates.of(currency).orElse(BigDecimal.ZERO).multiply(factor);
    BigDecimal exact = BigDecimal.valueOf(sum(bases), digits).multiply(rate);
    long total = exact.setScale(0, RoundingMode.DOWN).longValueExact();
    if (rule.limits.perOrder > 0) {
      total = Math.min(total, rule.limits.perOrder);
    }
    long[] points = Shares.of(total, bases);
    for (int i = 0; i < bases.length; i++) {
      long residue =
          BigDecimal.valueOf(bases[i], digits)
              .multiply(rate)
              .subtract(BigDecimal.valueOf(points[i]))
              .movePointRight(MICRO_DIGITS)
              .longValue();
      awards.add(
          new Award(
              kind,
              lines.get(i).lineId,
              points[i],
              ruleKey,
              rule.version,
              bases[i],
              currency.getCurrencyCode(),
              residue));
    }
  }

  private static long[] covered(EarningRule rule, List<OrderLine> lines, long[] bases) {
    long[] covered = bases.clone();
    for (int i = 0; i < covered.length; i++) {
      if (!rule.scope.covers(lines.get(i))) {
        covered[i] = 0;
      }
    }
    return covered;
  }

  private static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum = Math.addExact(sum, value);
    }
    return sum;
  }
}
