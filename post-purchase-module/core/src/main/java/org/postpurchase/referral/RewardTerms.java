package org.postpurchase.referral;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one side gets, as the merchant has set it. Immutable. */
public final class RewardTerms {
  public static final RewardTerms NOTHING = new RewardTerms(RewardKind.NONE, 0, 0, 0, Steps.NONE);

  public final RewardKind kind;
  public final long points;

  /** Offer of the host that codes are of. */
  public final long offerId;

  public final int validDays;

  /** Every how many friends there is a reward; 1 for each. */
  public final int everyNth;

  /** From which friend on there are how many points instead; empty for the same each time. */
  public final NavigableMap<Integer, Long> ladder;

  /** Points of advocates on a tier, by the tier's key; empty when all get the same. */
  public final Map<String, Long> byTier;

  private RewardTerms(RewardKind kind, long points, long offerId, int validDays, Steps steps) {
    this.kind = kind;
    this.points = points;
    this.offerId = offerId;
    this.validDays = validDays;
    this.everyNth = steps.everyNth;
    this.ladder = steps.ladder;
    this.byTier = steps.byTier;
  }

  /** By what the reward differs from friend to friend and from advocate to advocate. */
  private static final class Steps {
    static final Steps NONE = new Steps(1, new TreeMap<>(), Collections.emptyMap());

    final int everyNth;
    final NavigableMap<Integer, Long> ladder;
    final Map<String, Long> byTier;

    Steps(int everyNth, NavigableMap<Integer, Long> ladder, Map<String, Long> byTier) {
      this.everyNth = Math.max(1, everyNth);
      this.ladder = Collections.unmodifiableNavigableMap(new TreeMap<>(ladder));
      this.byTier = Collections.unmodifiableMap(new LinkedHashMap<>(byTier));
    }
  }

  public static RewardTerms points(long points) {
    return points <= 0 ? NOTHING : new RewardTerms(RewardKind.POINTS, points, 0, 0, Steps.NONE);
  }

  public static RewardTerms code(long offerId, int validDays) {
    return offerId <= 0
        ? NOTHING
        : new RewardTerms(RewardKind.CODE, 0, offerId, validDays, Steps.NONE);
  }

  public RewardTerms everyNth(int n) {
    return new RewardTerms(kind, points, offerId, validDays, new Steps(n, ladder, byTier));
  }

  public RewardTerms withLadder(NavigableMap<Integer, Long> steps) {
    return new RewardTerms(kind, points, offerId, validDays, new Steps(everyNth, steps, byTier));
  }

  /**
   * The same with points for tiers. Codes are the same on every tier, so for them it changes
   * nothing.
   */
  public RewardTerms withTiers(Map<String, Long> points) {
    return points.isEmpty() || kind == RewardKind.CODE
        ? this
        : new RewardTerms(
            RewardKind.POINTS,
            this.points,
            offerId,
            validDays,
            new Steps(everyNth, ladder, points));
  }

  /**
   * @param nth which of the advocate's friends it is, from 1
   */
  public boolean isDue(int nth) {
    return kind != RewardKind.NONE && nth % everyNth == 0;
  }

  public long pointsFor(int nth) {
    return ladder.floorEntry(nth) == null ? points : ladder.floorEntry(nth).getValue();
  }

  /**
   * The points of an advocate on a tier: those of the tier, or those of the ladder where they are
   * more.
   *
   * @param tierKey empty for an advocate below the lowest tier
   */
  public long pointsFor(int nth, String tierKey) {
    Long ofTier = byTier.get(tierKey);
    if (ofTier == null) {
      return pointsFor(nth);
    }
    return ladder.floorEntry(nth) == null ? ofTier : Math.max(ofTier, pointsFor(nth));
  }

  /** The numbers of friends at which the points change, the first one among them. */
  Set<Integer> turns() {
    Set<Integer> turns = new TreeSet<>(ladder.keySet());
    turns.add(1);
    return turns;
  }
}
