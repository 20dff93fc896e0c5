package org.postpurchase.loyalty;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * How many points each award of a person is worth by what was kept. Looks at nothing but its
 * arguments, so any order in which things became known gives the same.
 *
 * <p>A person's orders are gone through in the order in which they were placed. Points for the
 * first order go to the first one that is kept. A limit for a person cuts the sum of an order and
 * counts what is kept of it, in the period in which the order was placed. Of goods that came back
 * nothing is left; money that went back counts in proportion to what was paid for goods, delivery
 * first; where both are about the same order, the larger one counts.
 */
final class KeptAwards {
  private final List<EarningOrder> orders;
  private final Map<String, List<EarningAward>> awards;
  private final Map<Long, List<Refund>> refunds;
  private final ZoneId zone;
  private final BiFunction<String, Instant, Long> before;
  private final Map<String, Long> used = new HashMap<>();
  private final Map<EarningAward, Long> worth = new LinkedHashMap<>();

  /**
   * @param before what a rule gave the person since a moment with orders that are not among these
   */
  KeptAwards(
      List<EarningOrder> orders,
      List<EarningAward> awards,
      List<Refund> refunds,
      ZoneId zone,
      BiFunction<String, Instant, Long> before) {
    this.orders = new ArrayList<>(orders);
    this.orders.sort(
        Comparator.comparing((EarningOrder o) -> o.placedAt)
            .thenComparingLong(o -> o.orderId)
            .thenComparingInt(o -> o.life));
    this.awards = awards.stream().collect(Collectors.groupingBy(a -> a.orderId + "/" + a.life));
    this.refunds = refunds.stream().collect(Collectors.groupingBy(r -> r.orderId));
    this.zone = zone;
    this.before = before;
  }

  /** What each award is worth. */
  Map<EarningAward, Long> worth() {
    boolean first = orders.isEmpty() || !orders.get(0).hadEarlier;
    for (EarningOrder order : orders) {
      List<EarningAward> given =
          awards.getOrDefault(order.orderId + "/" + order.life, new ArrayList<>());
      long left = moneyLeft(order);
      boolean kept = order.kept && !isRefunded(order);
      Map<String, List<EarningAward>> parts =
          given.stream()
              .sorted(
                  Comparator.comparing((EarningAward a) -> a.kind)
                      .reversed()
                      .thenComparingLong(a -> a.lineId))
              .collect(
                  Collectors.groupingBy(
                      a -> a.kind + " " + a.rule.key, LinkedHashMap::new, Collectors.toList()));
      for (List<EarningAward> part : parts.values()) {
        boolean out = part.get(0).kind.equals(EarningAward.FIRST_ORDER) && !first;
        judge(order, part, kept && !out, left);
      }
      first &= !kept;
    }
    return worth;
  }

  /** The awards that the same rules gave to one order. */
  private void judge(EarningOrder order, List<EarningAward> part, boolean kept, long left) {
    long[] points = part.stream().mapToLong(a -> a.points).toArray();
    long[] stays = new long[points.length];
    if (kept) {
      long allowed = allowed(order, part.get(0).rule.limits, Shares.sum(points));
      long[] limited = Shares.of(allowed, points);
      for (int i = 0; i < stays.length; i++) {
        EarningAward award = part.get(i);
        stays[i] =
            award.lineId == 0
                ? limited[i]
                : Shares.part(limited[i], award.keptUnits, award.quantity);
      }
      if (part.get(0).lineId != 0) {
        long byMoney = Shares.part(allowed, left, goodsPaid(order));
        stays = Shares.sum(stays) > byMoney ? Shares.of(byMoney, stays) : stays;
      }
    }
    for (int i = 0; i < stays.length; i++) {
      worth.put(part.get(i), stays[i]);
    }
    long given = Shares.sum(stays);
    part.get(0).rule.limits.perCustomer().forEach(l -> used.merge(key(l, order), given, Long::sum));
  }

  private long allowed(EarningOrder order, RuleLimits limits, long wanted) {
    long allowed = wanted;
    for (RuleLimits.One limit : limits.perCustomer()) {
      long taken =
          used.computeIfAbsent(
              key(limit, order),
              k ->
                  before.apply(
                      limit.ruleKey, LimitAward.since(limit.period, order.placedAt, zone)));
      allowed = Math.max(0, Math.min(allowed, limit.perCustomer - taken));
    }
    return allowed;
  }

  private String key(RuleLimits.One limit, EarningOrder order) {
    return limit.ruleKey + " " + LimitAward.since(limit.period, order.placedAt, zone);
  }

  private static long goodsPaid(EarningOrder order) {
    return order.paid.minor - order.paid.shippingMinor;
  }

  /** How much of what was paid for goods in money the shop still has. */
  private long moneyLeft(EarningOrder order) {
    return Math.max(0, Math.min(goodsPaid(order), order.paid.minor - back(order)));
  }

  private boolean isRefunded(EarningOrder order) {
    return order.paid.minor > 0 && back(order) >= order.paid.minor;
  }

  /** What went back while the order was in that life. */
  private long back(EarningOrder order) {
    Instant next =
        orders.stream()
            .filter(o -> o.orderId == order.orderId && o.life > order.life)
            .map(o -> o.beganAt)
            .min(Comparator.naturalOrder())
            .orElse(Instant.MAX);
    return refunds.getOrDefault(order.orderId, new ArrayList<>()).stream()
        .filter(r -> r.currency.equals(order.paid.currency))
        .filter(r -> (order.life <= 1 || !r.at.isBefore(order.beganAt)) && r.at.isBefore(next))
        .mapToLong(r -> r.minor)
        .reduce(0, Math::addExact);
  }
}
