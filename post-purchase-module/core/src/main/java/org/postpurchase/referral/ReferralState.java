package org.postpurchase.referral;

/** Life of a referral. The names are stored. */
public enum ReferralState {
  /** A checkout with the code is under way; goes again when nothing comes of it. */
  CLAIMED,
  /** Ordered and in order; the reward waits until nothing can be sent back. */
  QUALIFYING,
  /** Waits for a person; nothing is booked. */
  HELD,
  REWARDED,
  /** The order came to nothing, and so did the reward. */
  REVERSED,
  /** By the gates or by a person; a person can undo it. */
  REJECTED
}
