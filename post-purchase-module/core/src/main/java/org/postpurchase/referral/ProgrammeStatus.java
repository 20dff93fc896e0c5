package org.postpurchase.referral;

/** Whether friends are welcome. The names are stored. */
public enum ProgrammeStatus {
  /** Nobody is asked yet, and nothing is kept. */
  DRAFT,
  ACTIVE,
  /** Nobody is asked any more; what was promised is kept. */
  PAUSED
}
