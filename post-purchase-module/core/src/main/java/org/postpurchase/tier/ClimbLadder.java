package org.postpurchase.tier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of a standing when it is held against what was gathered. Looks at nothing but its
 * arguments.
 *
 * <p>Up at once and over several tiers, each of them reached; down one tier at a time, each after a
 * warning and the days of grace, and never when enough was gathered again meanwhile.
 */
final class ClimbLadder {
  /** A day that is missing in the calendar never makes us look again all the time. */
  private static final Duration SOONEST = Duration.ofHours(1);

  private final TierPolicy policy;
  private final String ownerKey;
  private final Qualification gathered;
  private final Instant now;
  private final List<TierChange> changes = new ArrayList<>();
  private String tier;
  private Instant since;
  private int ascents;
  private Instant graceUntil;

  private ClimbLadder(
      TierPolicy policy, String ownerKey, Standing standing, Qualification gathered, Instant now) {
    this.policy = policy;
    this.ownerKey = ownerKey;
    this.gathered = gathered;
    this.now = now;
    this.tier = standing.tierKey;
    this.since = standing.since;
    this.ascents = standing.ascents;
    this.graceUntil = standing.graceUntil;
  }

  static Outcome of(
      TierPolicy policy, String ownerKey, Standing standing, Qualification gathered, Instant now) {
    ClimbLadder climb = new ClimbLadder(policy, ownerKey, standing, gathered, now);
    climb.run(standing.accountId);
    return new Outcome(
        new Standing(
            standing.accountId,
            climb.tier,
            climb.since,
            climb.ascents,
            gathered.amount,
            climb.graceUntil,
            policy.fingerprint(),
            later(earlier(climb.graceUntil, gathered.leavesAt), now.plus(SOONEST)),
            standing.edition + 1),
        climb.changes);
  }

  private void run(long account) {
    int target = policy.reached(gathered.amount);
    boolean removed = !tier.isEmpty() && policy.place(tier) < 0;
    if (removed) {
      note(account, TierChange.Kind.REMOVED, tier, 0, null);
      moveTo(target);
      return;
    }
    int place = policy.place(tier);
    if (target > place) {
      up(account, place, target);
    } else if (target == place) {
      if (graceUntil != null) {
        note(account, TierChange.Kind.KEPT, tier, 0, null);
      }
      graceUntil = null;
    } else {
      down(account, place, target);
    }
  }

  private void up(long account, int place, int target) {
    ascents++;
    for (int i = place + 1; i <= target; i++) {
      Tier reached = policy.tiers.get(i);
      Instant at = gathered.reachedAt(policy.needed(reached));
      boolean known = at != null && at.isBefore(reached.since);
      TierChange.Kind kind = known ? TierChange.Kind.FOUND : TierChange.Kind.REACHED;
      note(account, kind, reached.key, ascents, null);
    }
    moveTo(target);
  }

  private void down(long account, int place, int target) {
    if (policy.graceDays <= 0) {
      for (int i = place; i > target; i--) {
        note(account, TierChange.Kind.LOST, policy.tiers.get(i).key, 0, null);
      }
      moveTo(target);
      return;
    }
    if (graceUntil != null && !now.isBefore(graceUntil)) {
      note(account, TierChange.Kind.LOST, tier, 0, null);
      moveTo(place - 1);
    }
    if (graceUntil == null && policy.place(tier) > target) {
      graceUntil = now.plus(Duration.ofDays(policy.graceDays));
      note(account, TierChange.Kind.AT_RISK, tier, 0, graceUntil);
    }
  }

  private void moveTo(int place) {
    tier = place < 0 ? "" : policy.tiers.get(place).key;
    since = now;
    graceUntil = null;
  }

  private void note(long account, TierChange.Kind kind, String tierKey, int ascent, Instant until) {
    changes.add(
        new TierChange(account, ownerKey, kind, tierKey, ascent, gathered.amount, until, now));
  }

  /** Null is never. */
  static Instant earlier(Instant one, Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one == null || one.isAfter(other) ? one : other;
  }

  /** The standing as it is from now on, and what has happened. */
  static final class Outcome {
    final Standing standing;
    final List<TierChange> changes;

    Outcome(Standing standing, List<TierChange> changes) {
      this.standing = standing;
      this.changes = changes;
    }
  }
}
