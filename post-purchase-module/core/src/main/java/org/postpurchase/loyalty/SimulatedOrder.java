package org.postpurchase.loyalty;

import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;

/** What an order earns by two sets of rules, in no more room than the sums need. */
final class SimulatedOrder {
  final long orderId;
  final String number;
  final Instant placedAt;
  final String owner;
  final Currency currency;
  final boolean cancelled;
  private final Map<String, Long> now;
  private final Map<String, Long> then;

  SimulatedOrder(OrderSnapshot order, List<Award> now, List<Award> then) {
    this.orderId = order.orderId;
    this.number = order.number;
    this.placedAt = order.submittedAt;
    this.owner = Owners.of(order);
    this.currency = order.totals.total.currency();
    this.cancelled = order.state == OrderState.CANCELLED;
    this.now = byRule(now);
    Map<String, Long> other = byRule(then);
    this.then = other.equals(this.now) ? this.now : other;
  }

  private static Map<String, Long> byRule(List<Award> awards) {
    if (awards.isEmpty()) {
      return Collections.emptyMap();
    }
    Map<String, Long> sums = new HashMap<>(4);
    awards.forEach(award -> sums.merge(award.ruleKey, award.points, Math::addExact));
    return sums;
  }

  long now(LimitTally limits) {
    return sum(now, limits);
  }

  long then(LimitTally limits) {
    return sum(then, limits);
  }

  private long sum(Map<String, Long> points, LimitTally limits) {
    long sum = 0;
    for (Map.Entry<String, Long> rule : points.entrySet()) {
      sum = Math.addExact(sum, limits.take(rule.getKey(), owner, placedAt, rule.getValue()));
    }
    return sum;
  }
}
