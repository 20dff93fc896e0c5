package org.postpurchase.referral;

/** Why a referral is where it is. The names are stored, and are keys of texts. */
public enum ReferralReason {
  CLAIMED,
  ORDERED,
  /** The signals reached the score for holding or rejecting. */
  SIGNALS,
  /** Of earlier times; what is too little is refused at the checkout by now. */
  BELOW_MINIMUM,
  /** Ordered while the programme did not run. */
  NOT_RUNNING,
  /** The advocate's link is, or was, out of use. */
  SUSPENDED,
  /** The advocate's link may be used again. */
  READMITTED,
  CAP_PERIOD,
  CAP_LIFETIME,
  BUDGET,
  /** There is a reward every so many friends, and this one is in between. */
  BETWEEN,
  /** The advocate's points cannot be booked, since there is no points programme. */
  NO_POINTS,
  /** Nothing can be sent back any more. */
  SAFE,
  PART_BACK,
  ALL_BACK,
  CANCELLED,
  REFUNDED,
  APPROVED,
  REJECTED_BY_STAFF,
  UNDONE,
  APPEALED
}
