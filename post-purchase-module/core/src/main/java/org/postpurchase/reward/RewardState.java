package org.postpurchase.reward;

/**
 * Life of a code: ISSUED → RESERVED by a checkout → USED; back to ISSUED when nothing came of it.
 */
public enum RewardState {
  ISSUED,
  RESERVED,
  USED,
  /** Withdrawn by a person; for good. */
  REVOKED
}
