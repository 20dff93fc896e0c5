package org.postpurchase.people;

/** Kinds of entries on a person's time line, by which it is filtered. */
public enum EntryKind {
  ORDERS,
  SERIES,
  DECISIONS,
  MESSAGES,
  CLICKS,
  POINTS,
  CODES,
  REFERRALS,
  REVIEWS,
  SURVEYS,
  CASES,
  CONSENTS
}
