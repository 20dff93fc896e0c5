package org.postpurchase.loyalty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.ledger.LedgerViews;

/**
 * Cuts awards down to what their rules still have: for one customer in a period, counted by what
 * was booked, and for everybody together. An award that several rules had a part in keeps within
 * the limits of each.
 */
final class LimitAward {
  private final LedgerViews views;
  private final EarningStore earnings;
  private final Budgets budgets;
  private final Supplier<ZoneId> zone;

  LimitAward(LedgerViews views, EarningStore earnings, Budgets budgets, Supplier<ZoneId> zone) {
    this.earnings = earnings;
    this.views = views;
    this.budgets = budgets;
    this.zone = zone;
  }

  /** Whether there is anything left of what a rule may give to everybody together. */
  boolean hasBudget(EarningRule rule) {
    return rule.limits.budget <= 0 || budgets.issued(rule.key) < rule.limits.budget;
  }

  /**
   * What can be promised to a person who places an order now: as it will be booked, as far as it
   * can be told without taking anything.
   *
   * @param person whose orders count together
   */
  List<Award> preview(
      Programme programme,
      String person,
      List<Award> awards,
      List<EarningRule> rules,
      Instant now) {
    Customer customer = new Customer(programme, person, now);
    Map<String, Long> promised = new HashMap<>();
    List<Award> limited = new ArrayList<>();
    for (Award award : awards) {
      List<EarningRule> parts = parts(award, rules);
      long points = customer.rest(parts, award.points);
      for (EarningRule rule : parts) {
        if (rule.limits.budget > 0) {
          long left =
              rule.limits.budget - promised.computeIfAbsent(rule.key, key -> budgets.issued(key));
          points = Math.max(0, Math.min(points, left));
        }
      }
      for (EarningRule rule : parts) {
        promised.merge(rule.key, points, Long::sum);
      }
      customer.uses(parts, points);
      if (points > 0) {
        limited.add(award.cutTo(points));
      }
    }
    return limited;
  }

  /** What one rule may give of so many points for one event, with its budget taken. */
  long take(Programme programme, String owner, EarningRule rule, long wanted, Instant now) {
    List<EarningRule> parts = new ArrayList<>();
    parts.add(rule);
    long points = new Customer(programme, owner, now).rest(parts, wanted);
    return RuleLimits.of(rule.key, parts).take(budgets, points);
  }

  private static List<EarningRule> parts(Award award, List<EarningRule> rules) {
    return rules.stream()
        .filter(rule -> RuleKeys.split(award.ruleKey).contains(rule.key))
        .collect(Collectors.toList());
  }

  /** The moment from which a limit counts. */
  static Instant since(EarningRule.Period period, Instant now, ZoneId zone) {
    LocalDate today = now.atZone(zone).toLocalDate();
    switch (period) {
      case DAY:
        return today.atStartOfDay(zone).toInstant();
      case MONTH:
        return today.withDayOfMonth(1).atStartOfDay(zone).toInstant();
      case YEAR:
        return today.withDayOfYear(1).atStartOfDay(zone).toInstant();
      default:
        return Instant.EPOCH;
    }
  }

  /** What rules still have for one customer while his awards are gone through. */
  private final class Customer {
    private final Programme programme;
    private final String owner;
    private final Instant now;
    private final Map<String, Long> left = new HashMap<>();

    Customer(Programme programme, String owner, Instant now) {
      this.programme = programme;
      this.owner = owner;
      this.now = now;
    }

    long rest(List<EarningRule> parts, long wanted) {
      long points = wanted;
      for (EarningRule rule : parts) {
        if (rule.limits.perCustomer > 0) {
          points = Math.min(points, left.computeIfAbsent(rule.key, key -> left(rule)));
        }
      }
      return points;
    }

    void uses(List<EarningRule> parts, long points) {
      for (EarningRule rule : parts) {
        left.computeIfPresent(rule.key, (key, rest) -> rest - points);
      }
    }

    private long left(EarningRule rule) {
      Instant since = since(rule.limits.period, now, zone.get());
      long issued =
          rule.type instanceof EarningRuleType.OfEvent
              ? ofAccount(rule, since)
              : ofOrders(rule, since);
      return Math.max(0, rule.limits.perCustomer - issued);
    }

    private long ofOrders(EarningRule rule, Instant since) {
      long before =
          Owners.customerId(owner) == 0
              ? 0
              : earnings.bookedBefore(programme.key, owner, rule.key, since);
      return before + earnings.bookedSince(owner, rule.key, since);
    }

    private long ofAccount(EarningRule rule, Instant since) {
      return views
          .accountOf(programme.key, owner)
          .map(account -> views.issuedByRule(account, rule.key, since))
          .orElse(0L);
    }
  }
}
