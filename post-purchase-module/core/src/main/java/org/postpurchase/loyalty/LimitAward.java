package org.postpurchase.loyalty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsLedger;

/**
 * Cuts awards down to what a rule still has for one customer in its period, counted by what was
 * booked. The caller holds the account's lock, so two orders at once cannot both take the rest.
 */
final class LimitAward {
  private final PointsLedger ledger;
  private final LedgerViews views;
  private final Supplier<ZoneId> zone;

  LimitAward(PointsLedger ledger, LedgerViews views, Supplier<ZoneId> zone) {
    this.ledger = ledger;
    this.views = views;
    this.zone = zone;
  }

  List<Award> all(
      Programme programme, String owner, List<Award> awards, List<EarningRule> rules, Instant now) {
    Map<String, EarningRule> byKey = new HashMap<>();
    rules.forEach(rule -> byKey.put(rule.key, rule));
    Map<String, Long> left = new HashMap<>();
    List<Award> limited = new ArrayList<>();
    for (Award award : awards) {
      EarningRule rule = byKey.get(award.ruleKey);
      if (rule == null || rule.limits.perCustomer <= 0) {
        limited.add(award);
        continue;
      }
      long rest = left.computeIfAbsent(rule.key, key -> rest(programme, owner, rule, now));
      long points = Math.min(rest, award.points);
      left.put(rule.key, rest - points);
      if (points > 0) {
        limited.add(award.cutTo(points));
      }
    }
    return limited;
  }

  long rest(Programme programme, String owner, EarningRule rule, Instant now) {
    if (rule.limits.perCustomer <= 0) {
      return Long.MAX_VALUE;
    }
    long account = ledger.open(programme.key, owner);
    long issued = views.issuedByRule(account, rule.key, since(rule.limits.period, now));
    return Math.max(0, rule.limits.perCustomer - issued);
  }

  private Instant since(EarningRule.Period period, Instant now) {
    LocalDate today = now.atZone(zone.get()).toLocalDate();
    switch (period) {
      case DAY:
        return today.atStartOfDay(zone.get()).toInstant();
      case MONTH:
        return today.withDayOfMonth(1).atStartOfDay(zone.get()).toInstant();
      case YEAR:
        return today.withDayOfYear(1).atStartOfDay(zone.get()).toInstant();
      default:
        return Instant.EPOCH;
    }
  }
}
