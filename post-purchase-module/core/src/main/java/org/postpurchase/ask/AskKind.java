package org.postpurchase.ask;

/** What somebody is asked for. The names are stored and never change their meaning. */
public enum AskKind {
  /** An opinion that everybody will read. */
  REVIEW,
  /** An answer that only the shop reads. */
  SURVEY,
  /** To recommend the shop to others. */
  REFERRAL
}
