package org.postpurchase.referral;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What one side gets, as the merchant has set it. Immutable. */
public final class RewardTerms {
  public static final RewardTerms NOTHING = new RewardTerms(RewardKind.NONE, 0, 0, 0);

  public final RewardKind kind;
  public final long points;

  /** Offer of the host that codes are of. */
  public final long offerId;

  public final int validDays;

  /** Every how many friends there is a reward; 1 for each. */
  public final int everyNth;

  /** From which friend on there are how many points instead; empty for the same each time. */
  public final NavigableMap<Integer, Long> ladder;

  private RewardTerms(RewardKind kind, long points, long offerId, int validDays) {
    this(kind, points, offerId, validDays, 1, new TreeMap<>());
  }

  private RewardTerms(
      RewardKind kind,
      long points,
      long offerId,
      int validDays,
      int everyNth,
      NavigableMap<Integer, Long> ladder) {
    this.kind = kind;
    this.points = points;
    this.offerId = offerId;
    this.validDays = validDays;
    this.everyNth = Math.max(1, everyNth);
    this.ladder = Collections.unmodifiableNavigableMap(ladder);
  }

  public static RewardTerms points(long points) {
    return points <= 0 ? NOTHING : new RewardTerms(RewardKind.POINTS, points, 0, 0);
  }

  public static RewardTerms code(long offerId, int validDays) {
    return offerId <= 0 ? NOTHING : new RewardTerms(RewardKind.CODE, 0, offerId, validDays);
  }

  public RewardTerms everyNth(int n) {
    return new RewardTerms(kind, points, offerId, validDays, n, ladder);
  }

  public RewardTerms withLadder(NavigableMap<Integer, Long> steps) {
    return new RewardTerms(kind, points, offerId, validDays, everyNth, new TreeMap<>(steps));
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
}
