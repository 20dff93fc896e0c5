package org.postpurchase.loyalty;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderTotals;

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
    List<EarningRule> multipliers =
        open.stream().filter(r -> r.type == EarningRule.Type.MULTIPLY).collect(Collectors.toList());
    Sale sale = new Sale(order);
    Out out = new Out(sale);
    for (EarningRule rule : open) {
      if (rule.type == EarningRule.Type.SPEND) {
        spend(rule, multipliers, stacking, sale, out);
      } else if (rule.type == EarningRule.Type.FIRST_ORDER
          && firstOrder
          && Shares.sum(sale.bases) > 0) {
        out.awards.add(
            new Award(
                "FIRST_ORDER",
                0,
                rule.points,
                rule.key,
                rule.version,
                Shares.sum(sale.bases),
                sale.currency.getCurrencyCode(),
                0));
      }
    }
    return merged(out.awards);
  }

  /** What is paid in money for each line that earns points, as awards of as many smallest coins. */
  static List<Award> qualifying(OrderSnapshot order) {
    Sale sale = new Sale(order);
    List<Award> awards = new ArrayList<>();
    for (int i = 0; i < sale.bases.length; i++) {
      if (sale.bases[i] > 0) {
        awards.add(
            new Award(
                EarningAward.QUALIFYING,
                sale.lines.get(i).lineId,
                sale.bases[i],
                "",
                0,
                sale.bases[i],
                sale.currency.getCurrencyCode(),
                0));
      }
    }
    return awards;
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

  /**
   * Points of one spend rule and what multipliers add to them: worked out over the whole order in
   * exact decimals, limited, rounded down once and then shared over the lines.
   */
  private static void spend(
      EarningRule rule,
      List<EarningRule> multipliers,
      StackingPolicy stacking,
      Sale sale,
      Out out) {
    BigDecimal[] exact = sale.exact(rule);
    limit(exact, rule.limits.perOrder);
    out.add("SPEND", Collections.nCopies(exact.length, Collections.singletonList(rule)), exact);
    Map<EarningRule, BigDecimal[]> parts = bonus(multipliers, stacking, sale.lines, exact);
    parts.forEach((multiplier, part) -> limit(part, multiplier.limits.perOrder));
    BigDecimal[] bonus = zeros(exact.length);
    List<List<EarningRule>> givers = new ArrayList<>();
    for (int i = 0; i < exact.length; i++) {
      List<EarningRule> giving = new ArrayList<>();
      for (Map.Entry<EarningRule, BigDecimal[]> part : parts.entrySet()) {
        bonus[i] = bonus[i].add(part.getValue()[i]);
        if (part.getValue()[i].signum() > 0) {
          giving.add(part.getKey());
        }
      }
      givers.add(giving);
    }
    out.add("BONUS", givers, bonus);
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
    BigDecimal rest = sum;
    for (int i = 0; i < parts.length; i++) {
      BigDecimal part = parts[i];
      if (part.signum() > 0) {
        // the last one gets what is left, so that the sum is exact
        parts[i] =
            part.compareTo(rest) == 0
                ? left
                : left.multiply(part).divide(rest, SCALE, RoundingMode.HALF_UP);
        left = left.subtract(parts[i]);
        rest = rest.subtract(part);
      }
    }
  }

  /** The lines that earn, in the order of their ids, and what is paid for each in money. */
  private static final class Sale {
    final List<OrderLine> lines = new ArrayList<>();
    final long[] bases;
    final Currency currency;

    Sale(OrderSnapshot order) {
      List<OrderLine> all = new ArrayList<>(order.lines);
      all.sort(Comparator.comparingLong(line -> line.lineId));
      long[] paid = paid(all, order.totals);
      long[] earning = new long[paid.length];
      for (int i = 0; i < paid.length; i++) {
        if (all.get(i).goods.earnsPoints) {
          earning[lines.size()] = paid[i];
          lines.add(all.get(i));
        }
      }
      bases = Arrays.copyOf(earning, lines.size());
      currency = order.totals.total.currency();
    }

    BigDecimal[] exact(EarningRule rule) {
      int digits = Math.max(0, currency.getDefaultFractionDigits());
      BigDecimal rate = rule.rates.of(currency).orElse(BigDecimal.ZERO);
      BigDecimal[] exact = new BigDecimal[bases.length];
      for (int i = 0; i < exact.length; i++) {
        long covered = rule.scope.covers(lines.get(i)) ? bases[i] : 0;
        exact[i] = BigDecimal.valueOf(covered, digits).multiply(rate);
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

    /**
     * @param givers the rules that have a part in the points of each line
     */
    void add(String kind, List<List<EarningRule>> givers, BigDecimal[] exact) {
      BigDecimal sum = Arrays.stream(exact).reduce(BigDecimal.ZERO, BigDecimal::add);
      long total = sum.setScale(0, RoundingMode.DOWN).longValueExact();
      long[] points = Shares.of(total, exact);
      for (int i = 0; i < exact.length; i++) {
        List<EarningRule> rules = givers.get(i);
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
                RuleKeys.join(rules.stream().map(r -> r.key).collect(Collectors.toList())),
                rules.isEmpty() ? 0 : rules.get(0).version,
                sale.bases[i],
                sale.currency.getCurrencyCode(),
                residue));
      }
    }
  }
}
