package org.postpurchase.occasion;

import java.time.Duration;
import java.time.Instant;

/** When people are reminded of what they have bought: five days before it is used up. */
final class UsedUp {
  private static final Duration AHEAD = Duration.ofDays(5);
  private static final Duration SHORTEST = Duration.ofDays(7);
  private static final Duration LONGEST = Duration.ofDays(730);

  private UsedUp() {}

  /**
   * Null when nothing is known that it could follow from.
   *
   * @param daysOfPiece how long a piece lasts, as the shop says; null where it does not
   * @param before the purchase of the same product before; null for none
   * @param usual after how long people usually order it again; null when that is not known
   */
  static Instant remindAt(
      ReplenishOccasion.Bought bought,
      Integer daysOfPiece,
      ReplenishOccasion.Bought before,
      Duration usual) {
    Duration lasts;
    if (daysOfPiece != null && daysOfPiece > 0) {
      lasts = Duration.ofDays((long) daysOfPiece * bought.quantity);
    } else if (before != null) {
      lasts = Duration.between(before.at, bought.at);
    } else if (usual != null) {
      lasts = usual;
    } else {
      return null;
    }
    if (lasts.compareTo(SHORTEST) < 0) {
      lasts = SHORTEST;
    }
    return bought.at.plus(lasts.compareTo(LONGEST) > 0 ? LONGEST : lasts).minus(AHEAD);
  }

  /**
   * The same of a purchase of which nothing was known until an older one was told late; null where
   * that changes nothing.
   *
   * @param stored the newer purchase's row
   */
  static Instant late(
      DueOccasion stored, ReplenishOccasion.Bought newer, ReplenishOccasion.Bought older) {
    boolean unknown = stored != null && stored.dueAt == null && stored.toldAt == null;
    return unknown ? remindAt(newer, null, older, null) : null;
  }
}
