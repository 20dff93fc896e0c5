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
  /** Of the last seven days: who got no mail, by the mail server's word. */
  MESSAGES_FAILED,
  STEPS_PARKED,
  EVENTS_BLOCKED,
  WORK_BLOCKED,
  /** What series ask staff to do. */
  STAFF_TASKS,
  /** Adjustments of points that wait for a second person. */
  ADJUSTMENTS
}
