package org.postpurchase.loyalty;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postpurchase.loyalty.StackingPolicy.Multiplication;
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
 * part. A multiplier adds to what a rule gives whose gain can be multiplied, after that rule's own
 * limit, and keeps within its own limit for an order. An order for which nothing is paid in money
 * earns nothing, whatever its rules say.
 */
final class ComputeAwards {
  private static final int MICRO_DIGITS = 6;
  private static final int SCALE = 30;
  private static final int NOTHING_MORE = 100;

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
    OrderSale sale = new OrderSale(order);
    if (sale.base() <= 0) {
      return new ArrayList<>();
    }
    List<EarningRule> open =
        rules.stream().filter(r -> r.limits.when.contains(now)).collect(Collectors.toList());
    List<EarningRule> multipliers =
        open.stream()
            .filter(r -> r.type instanceof EarningRuleType.Multiplier)
            .collect(Collectors.toList());
    Out out = new Out(sale);
    for (EarningRule rule : open) {
      if (rule.type instanceof EarningRuleType.OfOrder) {
        OrderGain gain = ((EarningRuleType.OfOrder) rule.type).of(rule, sale);
        if (gain.byLine != null) {
          byLine(rule, gain, multipliers, stacking, out);
        } else if (gain.whole > 0 && (firstOrder || !gain.firstOrder)) {
          out.add(rule, gain);
        }
      }
    }
    return merged(out.awards);
  }

  /** What is paid in money for each line that earns points, as awards of as many smallest coins. */
  static List<Award> qualifying(OrderSnapshot order) {
    OrderSale sale = new OrderSale(order);
    List<Award> awards = new ArrayList<>();
    for (int i = 0; i < sale.lines().size(); i++) {
      if (sale.base(i) > 0) {
        awards.add(
            new Award(
                EarningAward.QUALIFYING,
                sale.lines().get(i).lineId,
                sale.base(i),
                "",
                0,
                sale.base(i),
                sale.currency().getCurrencyCode(),
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

  /**
   * Points of one rule and what multipliers add to them: worked out over the whole order in exact
   * decimals, limited, rounded down once and then shared over the lines.
   */
  private static void byLine(
      EarningRule rule,
      OrderGain gain,
      List<EarningRule> multipliers,
      StackingPolicy stacking,
      Out out) {
    BigDecimal[] exact = gain.byLine.clone();
    limit(exact, rule.limits.perOrder);
    out.add(
        rule.type.key(), Collections.nCopies(exact.length, Collections.singletonList(rule)), exact);
    if (!gain.multiplied) {
      return;
    }
    Map<EarningRule, BigDecimal[]> parts = bonus(multipliers, stacking, out.sale.lines(), exact);
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
    out.add(EarningAward.BONUS, givers, bonus);
  }

  /** What each multiplier adds to each line; of those that multiply each other, in their order. */
  private static Map<EarningRule, BigDecimal[]> bonus(
      List<EarningRule> multipliers,
      StackingPolicy stacking,
      List<OrderLine> lines,
      BigDecimal[] exact) {
    Map<EarningRule, BigDecimal[]> parts = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      List<Multiplication> applying = stacking.counting(applying(multipliers, lines.get(i)));
      applying =
          applying.subList(
              0,
              RuleKeys.fitting(
                  applying.stream().map(each -> each.rule.key).collect(Collectors.toList())));
      List<Integer> percents = new ArrayList<>();
      BigDecimal before = BigDecimal.ONE;
      for (Multiplication each : applying) {
        percents.add(each.percent);
        BigDecimal after = stacking.factor(percents);
        parts.computeIfAbsent(each.rule, m -> zeros(lines.size()))[i] =
            exact[i].multiply(after.subtract(before));
        before = after;
      }
    }
    return parts;
  }

  /** Those that multiply the points of that line at all. */
  private static List<Multiplication> applying(List<EarningRule> multipliers, OrderLine line) {
    List<Multiplication> applying = new ArrayList<>();
    for (EarningRule rule : multipliers) {
      int percent =
          rule.scope.covers(line)
              ? ((EarningRuleType.Multiplier) rule.type).percent(rule, line)
              : 0;
      if (percent > NOTHING_MORE) {
        applying.add(new Multiplication(rule, percent));
      }
    }
    return applying;
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

  /** Rounds down once for the order and shares the points over the lines. */
  private static final class Out {
    final OrderSale sale;
    final List<Award> awards = new ArrayList<>();

    Out(OrderSale sale) {
      this.sale = sale;
    }

    /** For the order as a whole. */
    void add(EarningRule rule, OrderGain gain) {
      long most = rule.limits.perOrder;
      awards.add(
          new Award(
              gain.firstOrder ? EarningAward.FIRST_ORDER : rule.type.key(),
              0,
              most > 0 && rule.type.looksAtGoods() ? Math.min(most, gain.whole) : gain.whole,
              rule.key,
              rule.version,
              sale.base(),
              sale.currency().getCurrencyCode(),
              0));
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
                sale.lines().get(i).lineId,
                points[i],
                RuleKeys.join(rules.stream().map(r -> r.key).collect(Collectors.toList())),
                rules.isEmpty() ? 0 : rules.get(0).version,
                sale.base(i),
                sale.currency().getCurrencyCode(),
                residue));
      }
    }
  }
}
