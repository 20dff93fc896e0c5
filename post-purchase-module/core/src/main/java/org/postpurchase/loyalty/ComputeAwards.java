package org.postpurchase.loyalty;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
 * of all lines times the rate, limited, rounded down once for the order and split over the lines by
 * largest remainder, so nothing is gained by splitting an order and the order of lines plays no
 * part. A multiplier adds to what a spend rule gives after that rule's own limit, and keeps within
 * its own limit for an order.
 */
public final class ComputeAwards {
  private static final int MICRO_DIGITS = 6;
  private static final int SCALE = 30;

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
    Sale sale = new Sale(order);
    Out out = new Out(sale);
    for (EarningRule rule : open) {
      if (rule.type == EarningRule.Type.SPEND) {
        spend(rule, stacking, open, sale, out);
      } else if (rule.type == EarningRule.Type.FIRST_ORDER && firstOrder && sum(sale.bases) > 0) {
        out.awards.add(
            new Award(
                "FIRST_ORDER",
                0,
                rule.points,
                rule.key,
                rule.version,
                sum(sale.bases),
                sale.currency.getCurrencyCode(),
                0));
      }
    }
    return merged(out.awards);
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
    List<OrderLine> all = byId(order);
    long[] prices = all.stream().mapToLong(l -> l.total.amountMinor()).toArray();
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
      int at = earning.indexOf(all.get(i));
      if (at >= 0) {
        bases[at] = net[i] - points[i];
      }
    }
    return bases;
  }

  /**
   * Points of one spend rule and what multipliers add to them: worked out over the whole order in
   * exact decimals, limited, rounded down once and then shared over the lines.
   */
  private static void spend(
      EarningRule rule, StackingPolicy stacking, List<EarningRule> open, Sale sale, Out out) {
    BigDecimal[] exact = sale.exact(rule);
    limit(exact, rule.limits.perOrder);
    out.add("SPEND", rule.key, rule.version, exact);
    List<EarningRule> multipliers =
        open.stream().filter(r -> r.type == EarningRule.Type.MULTIPLY).collect(Collectors.toList());
    Map<EarningRule, BigDecimal[]> parts = bonus(multipliers, stacking, sale.lines, exact);
    parts.forEach((multiplier, part) -> limit(part, multiplier.limits.perOrder));
    BigDecimal[] bonus = zeros(exact.length);
    String[] keys = new String[exact.length];
    for (int i = 0; i < exact.length; i++) {
      List<String> names = new ArrayList<>();
      for (Map.Entry<EarningRule, BigDecimal[]> part : parts.entrySet()) {
        bonus[i] = bonus[i].add(part.getValue()[i]);
        if (part.getValue()[i].signum() > 0) {
          names.add(part.getKey().key);
        }
      }
      keys[i] = RuleKeys.join(names);
    }
    int version = parts.isEmpty() ? 0 : parts.keySet().iterator().next().version;
    out.addAll("BONUS", keys, version, bonus);
  }

  /** What each multiplier adds to each line; of those that multiply each other, in their order. */
  private static Map<EarningRule, BigDecimal[]> bonus(
      List<EarningRule> multipliers,
      StackingPolicy stacking,
      List<OrderLine> lines,
      BigDecimal[] exact) {
    Map<EarningRule, BigDecimal[]> parts = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      OrderLine line = lines.get(i);
      List<EarningRule> applying =
          RuleKeys.fitting(
              stacking.counting(
                  multipliers.stream()
                      .filter(m -> m.scope.covers(line))
                      .collect(Collectors.toList())));
      List<Integer> percents = new ArrayList<>();
      BigDecimal before = BigDecimal.ONE;
      for (EarningRule multiplier : applying) {
        percents.add(multiplier.percent);
        BigDecimal after = stacking.factor(percents);
        parts.computeIfAbsent(multiplier, m -> zeros(lines.size()))[i] =
            exact[i].multiply(after.subtract(before));
        before = after;
      }
    }
    return parts;
  }

  private static BigDecimal[] zeros(int length) {
    BigDecimal[] zeros = new BigDecimal[length];
    Arrays.fill(zeros, BigDecimal.ZERO);
    return zeros;
  }

  /** Scales the parts so that their sum is at most the limit; 0 means without limit. */
  private static void limit(BigDecimal[] parts, long limit) {
    BigDecimal sum = Arrays.stream(parts).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (limit <= 0 || sum.compareTo(BigDecimal.valueOf(limit)) <= 0) {
      return;
    }
    BigDecimal left = BigDecimal.valueOf(limit);
    for (int i = 0; i < parts.length; i++) {
      BigDecimal rest =
          Arrays.stream(parts, i, parts.length).reduce(BigDecimal.ZERO, BigDecimal::add);
      if (parts[i].signum() > 0) {
        BigDecimal share = left;
        if (parts[i].compareTo(rest) != 0) {
          share = left.multiply(parts[i]).divide(rest, SCALE, RoundingMode.HALF_UP);
        }
        left = left.subtract(share);
        parts[i] = share;
      }
    }
  }

  /** The lines that earn, in the order of their ids, and what is paid for each in money. */
  private static final class Sale {
    final List<OrderLine> lines;
    final long[] bases;
    final Currency currency;

    Sale(OrderSnapshot order) {
      lines = new ArrayList<>();
      for (OrderLine line : byId(order)) {
        if (line.goods.earnsPoints) {
          lines.add(line);
        }
      }
      bases = bases(order, lines);
      currency = order.totals.total.currency();
    }

    BigDecimal[] exact(EarningRule rule) {
      int digits = Math.max(0, currency.getDefaultFractionDigits());
      BigDecimal rate = rule.rates.of(currency).orElse(BigDecimal.ZERO);
      long[] covered = covered(rule, lines, bases);
      BigDecimal[] exact = new BigDecimal[covered.length];
      for (int i = 0; i < exact.length; i++) {
        exact[i] = BigDecimal.valueOf(covered[i], digits).multiply(rate);
      }
      return exact;
    }
  }

  /** Rounds down once for the order and shares the points over the lines. */
  private static final class Out {
    final Sale sale;
    final List<Award> awards = new ArrayList<>();

    Out(Sale sale) {
      this.sale = sale;
    }

    void add(String kind, String key, int version, BigDecimal[] exact) {
      String[] keys = new String[exact.length];
      Arrays.fill(keys, key);
      addAll(kind, keys, version, exact);
    }

    void addAll(String kind, String[] keys, int version, BigDecimal[] exact) {
      BigDecimal sum = Arrays.stream(exact).reduce(BigDecimal.ZERO, BigDecimal::add);
      long total = sum.setScale(0, RoundingMode.DOWN).longValueExact();
      long[] points = Shares.of(total, exact);
      for (int i = 0; i < exact.length; i++) {
        long residue =
            exact[i]
                .subtract(BigDecimal.valueOf(points[i]))
                .movePointRight(MICRO_DIGITS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        awards.add(
            new Award(
                kind,
                sale.lines.get(i).lineId,
                points[i],
                keys[i],
                version,
                sale.bases[i],
                sale.currency.getCurrencyCode(),
                residue));
      }
    }
  }

  private static List<OrderLine> byId(OrderSnapshot order) {
    List<OrderLine> lines = new ArrayList<>(order.lines);
    lines.sort(Comparator.comparingLong(line -> line.lineId));
    return lines;
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
