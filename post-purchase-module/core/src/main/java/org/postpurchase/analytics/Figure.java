package org.postpurchase.analytics;

/** Numbers of one period, counted in the shop's own tables. */
public enum Figure {
  /** Placed and not cancelled. */
  ORDERS,
  /** Of them, by people who had ordered before. */
  REPEAT_ORDERS,
  SENT,
  FAILED,
  /** Handed over without an answer that says what became of them. */
  UNCERTAIN,
  /** Addresses that do not want advertising any more. */
  UNSUBSCRIBED,
  /** Addresses that nothing can be sent to any more. */
  BLOCKED_ADDRESSES,
  POINTS_ISSUED,
  POINTS_SPENT,
  POINTS_EXPIRED,
  POINTS_TAKEN_BACK,
  REFERRALS_CLAIMED,
  REFERRALS_WAITING,
  REFERRALS_HELD,
  REFERRALS_PAID,
  REVIEWS,
  /** Stars of the period's reviews together, so that the mean follows. */
  STARS,
  CASES_OPENED
}
