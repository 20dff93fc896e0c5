package org.postpurchase.analytics;

/** What waits now, whatever the period. */
public enum Work {
  CASES_OPEN,
  CASES_LATE,
  REFERRALS_HELD,
  REVIEWS_WAITING,
  MESSAGES_UNCERTAIN,
  /** Due and not handed over yet. */
  MESSAGES_DUE,
  STEPS_PARKED,
  EVENTS_BLOCKED,
  WORK_BLOCKED
}
