package org.postpurchase.referral;

/** What one side gets. The names are stored. */
public enum RewardKind {
  NONE,
  /** A pending lot of the points programme. */
  POINTS,
  /** A code of its own of one of the host's offers. */
  CODE
}
