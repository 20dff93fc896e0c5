package org.postpurchase.tier;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postpurchase.ledger.PointsLot;

/**
 * What a member has gathered towards tiers, as it follows from lots. Looks at nothing but its
 * arguments. Counts lots that a rule has given, once they have matured, less what was taken back,
 * or the money that was paid for kept goods; spending points never costs a tier. Points for
 * reaching a tier and adjustments do not count.
 */
final class Qualification {
  /** In points or in the currency's smallest coin. */
  final long amount;

  /** When less or more may count; null for never. */
  final Instant leavesAt;

  private final List<Part> parts;

  private Qualification(long amount, Instant leavesAt, List<Part> parts) {
    this.amount = amount;
    this.leavesAt = leavesAt;
    this.parts = parts;
  }

  /**
   * @param lots of the account and of those it took over: originals and what was moved of them
   * @param spend what was paid, for a ladder measured in money; lots of other orders, which are
   *     from before it was kept on record, count by what they were worked out from
   */
  static Qualification of(
      TierPolicy policy, List<PointsLot> lots, List<QualifyingSpend> spend, Instant now) {
    List<Part> parts = parts(policy, lots, spend, now);
    Instant next =
        spend.stream()
            .filter(s -> s.minor > 0 && s.countsFrom.isAfter(now))
            .map(s -> s.countsFrom)
            .min(Comparator.naturalOrder())
            .orElse(null);
    Qualification gathered = of(policy, parts);
    return new Qualification(
        gathered.amount, ClimbLadder.earlier(gathered.leavesAt, next), gathered.parts);
  }

  private static Qualification of(TierPolicy policy, List<Part> parts) {
    return policy.window == TierPolicy.Window.ROLLING_YEAR
        ? rolling(policy, parts)
        : calendar(policy, parts);
  }

  private static Qualification rolling(TierPolicy policy, List<Part> parts) {
    Instant leaves =
        parts.isEmpty()
            ? null
            : ZonedDateTime.ofInstant(parts.get(0).at, policy.zone).plusYears(1).toInstant();
    return new Qualification(sum(parts), leaves, parts);
  }

  /** The better year counts; a year leaves at the end of the next one. */
  private static Qualification calendar(TierPolicy policy, List<Part> parts) {
    TreeMap<Integer, List<Part>> years = new TreeMap<>();
    for (Part part : parts) {
      years
          .computeIfAbsent(part.at.atZone(policy.zone).getYear(), y -> new ArrayList<>())
          .add(part);
    }
    List<Part> best = new ArrayList<>();
    for (List<Part> year : years.values()) {
      best = sum(year) >= sum(best) ? year : best;
    }
    Instant leaves =
        years.isEmpty()
            ? null
            : ZonedDateTime.of(years.firstKey() + 2, 1, 1, 0, 0, 0, 0, policy.zone).toInstant();
    return new Qualification(sum(best), leaves, best);
  }

  /** When that much was reached; null when it is not. */
  Instant reachedAt(long needed) {
    long sum = 0;
    for (Part part : parts) {
      sum += part.amount;
      if (sum >= needed) {
        return part.at;
      }
    }
    return null;
  }

  private static long sum(List<Part> parts) {
    return parts.stream().mapToLong(p -> p.amount).sum();
  }

  private static List<Part> parts(
      TierPolicy policy, List<PointsLot> lots, List<QualifyingSpend> spend, Instant now) {
    Instant from = policy.countsAfter(now);
    Set<Long> onRecord = spend.stream().map(s -> s.orderId).collect(Collectors.toSet());
    List<Part> parts = new ArrayList<>();
    for (QualifyingSpend paid : spend) {
      if (paid.minor > 0 && paid.countsFrom.isAfter(from) && !paid.countsFrom.isAfter(now)) {
        parts.add(new Part(paid.countsFrom, paid.minor));
      }
    }
    Map<String, PointsLot> movedTo = new HashMap<>();
    for (PointsLot lot : lots) {
      if (lot.originAccount != 0) {
        movedTo.put(lot.originAccount + ":" + lot.originLot, lot);
      }
    }
    for (PointsLot lot : lots) {
      boolean known =
          policy.basis == TierPolicy.Basis.SPEND && onRecord.contains(lot.cause.orderId);
      if (lot.originAccount == 0 && counts(policy, lot) && !known) {
        PointsLot last = last(lot, movedTo);
        long amount = amount(policy, lot);
        boolean matured = last.pending() == 0 && last.maturesAt() != null;
        if (matured
            && amount > 0
            && last.maturesAt().isAfter(from)
            && !last.maturesAt().isAfter(now)) {
          parts.add(new Part(last.maturesAt(), amount));
        }
      }
    }
    parts.sort(Comparator.comparing(p -> p.at));
    return parts;
  }

  private static boolean counts(TierPolicy policy, PointsLot lot) {
    String rule = lot.cause.ruleKey;
    boolean earned = !rule.isEmpty() && !rule.startsWith(Tier.ENTRY_RULE);
    boolean paid =
        lot.cause.code.equals("SPEND")
            && lot.cause.currency.equals(policy.currency.getCurrencyCode());
    return earned && (policy.basis == TierPolicy.Basis.POINTS || paid);
  }

  /**
   * The part of a lot that nobody has taken back; of money, rounded down by less than a point
   * stands for.
   */
  private static long amount(TierPolicy policy, PointsLot lot) {
    long kept = lot.issued - lot.clawed();
    return policy.basis == TierPolicy.Basis.POINTS
        ? kept
        : BigInteger.valueOf(lot.cause.baseMinor)
            .multiply(BigInteger.valueOf(kept))
            .divide(BigInteger.valueOf(lot.issued))
            .longValueExact();
  }

  /** Where a lot's points are by now, since they mature there. */
  private static PointsLot last(PointsLot lot, Map<String, PointsLot> movedTo) {
    PointsLot last = lot;
    PointsLot next = lot;
    while (next != null && next.moved() > 0) {
      next = movedTo.get(next.accountId + ":" + next.lotNo);
      last = next == null ? last : next;
    }
    return last;
  }

  private static final class Part {
    final Instant at;
    final long amount;

    Part(Instant at, long amount) {
      this.at = at;
      this.amount = amount;
    }
  }
}
