package org.postpurchase.tier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postpurchase.ledger.PointsLot;

/** Everything of one member that can count towards tiers, so that any moment can be asked about. */
final class Gathered {
  private final TierPolicy policy;
  private final List<PointsLot> lots;
  private final List<QualifyingSpend> spend;

  /**
   * @param lots of the account and of those it took over: originals and what was moved of them
   */
  Gathered(TierPolicy policy, List<PointsLot> lots, List<QualifyingSpend> spend) {
    this.policy = policy;
    this.lots = lots;
    this.spend = spend;
  }

  Qualification at(Instant moment) {
    return Qualification.of(policy, lots, spend, moment);
  }

  /**
   * Points for reaching a tier that would not have been given had what came back since never been
   * bought. Only those of the time that counts are looked at.
   */
  List<PointsLot> unearnedEntryPoints(Instant now) {
    List<PointsLot> unearned = new ArrayList<>();
    for (PointsLot lot : lots) {
      boolean entry = lot.originAccount == 0 && lot.cause.ruleKey.startsWith(Tier.ENTRY_RULE);
      if (entry
          && lot.issued > lot.clawed()
          && lot.createdAt.isAfter(policy.countsAfter(now))
          && isUnearned(lot)) {
        unearned.add(lot);
      }
    }
    return unearned;
  }

  /**
   * Points for reaching a tier that were taken back because what it was reached with came back,
   * where enough was bought meanwhile to stay on it: one lot for each such tier.
   */
  List<PointsLot> earnedAgain(Instant now, ClimbLadder.Outcome outcome) {
    Map<String, PointsLot> last = new TreeMap<>();
    for (PointsLot lot : lots) {
      if (lot.originAccount == 0 && lot.cause.ruleKey.startsWith(Tier.ENTRY_RULE)) {
        last.merge(lot.cause.ruleKey, lot, (one, other) -> one.lotNo > other.lotNo ? one : other);
      }
    }
    int place = policy.place(outcome.standing.tierKey);
    List<PointsLot> again = new ArrayList<>();
    for (PointsLot lot : last.values()) {
      String key = lot.cause.ruleKey.substring(Tier.ENTRY_RULE.length());
      boolean taken = lot.clawed() == lot.issued && isUnearned(lot);
      boolean stays = policy.place(key) >= 0 && policy.place(key) <= place;
      boolean kept = outcome.changes.stream().noneMatch(c -> isAscent(c, key));
      if (taken && stays && kept && at(now).amount >= policy.needed(policy.find(key).get())) {
        again.add(lot);
      }
    }
    return again;
  }

  private static boolean isAscent(TierChange change, String key) {
    boolean up = change.kind == TierChange.Kind.REACHED || change.kind == TierChange.Kind.FOUND;
    return up && change.tierKey.equals(key);
  }

  private boolean isUnearned(PointsLot lot) {
    String key = lot.cause.ruleKey.substring(Tier.ENTRY_RULE.length());
    return policy
        .find(key)
        .filter(tier -> at(lot.createdAt).amount < policy.needed(tier))
        .isPresent();
  }
}
