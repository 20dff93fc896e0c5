package org.postpurchase.ledger;

/** Why nothing was posted. Also a message key. */
public enum Refusal {
  /** Fewer points can be used than were asked for. */
  INSUFFICIENT,
  /** The account waits for a person to look at a mismatch. */
  FROZEN,
  /** The key was used before for something else. */
  KEY_CONFLICT,
  UNKNOWN_ACCOUNT,
  /** Points of one programme are none of another. */
  OTHER_PROGRAMME,
  UNKNOWN_LOT,
  UNKNOWN_HOLD,
  /** The hold was captured or voided before. */
  HOLD_CLOSED,
  /** The hold was not captured, so there is nothing to give back. */
  HOLD_NOT_CAPTURED,
  /** More than was captured and not yet given back. */
  TOO_MUCH,
  /** Not matured or not expired yet. */
  TOO_EARLY,
  /** There are no points left that it could be done to. */
  NOTHING_LEFT
}
