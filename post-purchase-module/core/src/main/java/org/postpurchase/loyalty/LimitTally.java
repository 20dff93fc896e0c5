package org.postpurchase.loyalty;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a set of rules still has for each customer and for everybody together, counted by what was
 * taken here, as {@link LimitAward} counts by what was booked. Budgets are full at the beginning.
 * Orders have to come in the order of their moments.
 */
final class LimitTally {
  private final Map<String, EarningRule.Limits> limited = new HashMap<>();
  private final Map<String, Long> taken = new HashMap<>();
  private final ZoneId zone;

  LimitTally(List<EarningRule> rules, ZoneId zone) {
    this.zone = zone;
    for (EarningRule rule : rules) {
      if (rule.limits.perCustomer > 0 || rule.limits.budget > 0) {
        limited.put(rule.key, rule.limits);
      }
    }
  }

  /**
   * What is given of so many points.
   *
   * @param ruleKeys of all rules that had a part in them
   */
  long take(String ruleKeys, String owner, Instant at, long points) {
    long given = points;
    List<String> counted = new ArrayList<>();
    for (String key : RuleKeys.split(ruleKeys)) {
      EarningRule.Limits limits = limited.get(key);
      if (limits != null && limits.perCustomer > 0) {
        String whose =
            key + ' ' + LimitAward.since(limits.period, at, zone).getEpochSecond() + ' ' + owner;
        given = Math.min(given, left(limits.perCustomer, whose));
        counted.add(whose);
      }
      if (limits != null && limits.budget > 0) {
        given = Math.min(given, left(limits.budget, key));
        counted.add(key);
      }
    }
    for (String each : counted) {
      taken.merge(each, given, Long::sum);
    }
    return given;
  }

  private long left(long limit, String whose) {
    return Math.max(0, limit - taken.getOrDefault(whose, 0L));
  }
}
