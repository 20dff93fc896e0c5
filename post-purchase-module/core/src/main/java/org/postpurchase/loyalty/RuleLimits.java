package org.postpurchase.loyalty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the rules of an award allowed a person and everybody together when its order was placed, as
 * text that a row can keep: {@code rule:1=500/MONTH/0;rule:2=0/EVER/10000}. Rules without limits
 * are left out. Immutable.
 */
public final class RuleLimits {
  static final RuleLimits NONE = new RuleLimits(new ArrayList<>());

  private final List<One> all;

  private RuleLimits(List<One> all) {
    this.all = all;
  }

  static RuleLimits of(String ruleKeys, List<EarningRule> rules) {
    Set<String> keys = RuleKeys.split(ruleKeys);
    return new RuleLimits(
        rules.stream()
            .filter(r -> keys.contains(r.key))
            .filter(r -> r.limits.perCustomer > 0 || r.limits.budget > 0)
            .map(r -> new One(r.key, r.limits.perCustomer, r.limits.period, r.limits.budget))
            .collect(Collectors.toList()));
  }

  /** Reads what {@link #toString} wrote. */
  public static RuleLimits parse(String text) {
    List<One> all = new ArrayList<>();
    for (String each : text.isEmpty() ? new String[0] : text.split(";")) {
      String[] sides = each.split("=");
      String[] parts = sides[1].split("/");
      all.add(
          new One(
              sides[0],
              Long.parseLong(parts[0]),
              EarningRule.Period.valueOf(parts[1]),
              Long.parseLong(parts[2])));
    }
    return new RuleLimits(all);
  }

  boolean isPersonal() {
    return all.stream().anyMatch(one -> one.perCustomer > 0);
  }

  List<One> perCustomer() {
    return all.stream().filter(one -> one.perCustomer > 0).collect(Collectors.toList());
  }

  /** How many of so many points all budgets together have, taken from each of them. */
  long take(Budgets budgets, long wanted) {
    long points = wanted;
    Map<One, Long> taken = new LinkedHashMap<>();
    for (One limit : all) {
      if (limit.budget > 0 && points > 0) {
        points = budgets.take(limit.ruleKey, points, limit.budget);
        taken.put(limit, points);
      }
    }
    for (Map.Entry<One, Long> each : taken.entrySet()) {
      if (each.getValue() > points) {
        budgets.giveBack(each.getKey().ruleKey, each.getValue() - points);
      }
    }
    return points;
  }

  /** Puts points back into each budget that they were taken from. */
  void giveBack(Budgets budgets, long points) {
    all.stream()
        .filter(one -> one.budget > 0)
        .forEach(one -> budgets.giveBack(one.ruleKey, points));
  }

  @Override
  public String toString() {
    return all.stream().map(One::toString).collect(Collectors.joining(";"));
  }

  /** Those of one rule. */
  static final class One {
    final String ruleKey;
    final long perCustomer;
    final EarningRule.Period period;
    final long budget;

    One(String ruleKey, long perCustomer, EarningRule.Period period, long budget) {
      this.ruleKey = ruleKey;
      this.perCustomer = perCustomer;
      this.period = period;
      this.budget = budget;
    }

    @Override
    public String toString() {
      return ruleKey + "=" + perCustomer + "/" + period + "/" + budget;
    }
  }
}
