package org.postpurchase.segment;

/** How a fact is compared. The names are stored and never change their meaning. */
public enum Operator {
  AT_LEAST,
  AT_MOST,
  EQUAL,
  /** A moment that is so many times 24 hours ago, or longer. */
  DAYS_AGO_AT_LEAST,
  /** A moment that is not so many times 24 hours ago yet; also one to come. */
  DAYS_AGO_AT_MOST,
  KNOWN,
  UNKNOWN,
  IS,
  IS_NOT,
  BOUGHT,
  NOT_BOUGHT,
  SEEN,
  NOT_SEEN,
  YES,
  NO;

  /** Whether there is something to compare with. */
  public boolean hasValue() {
    return this != KNOWN && this != UNKNOWN && this != YES && this != NO;
  }

  /** Whether it can change its answer by time alone. */
  public boolean isTimed() {
    return this == DAYS_AGO_AT_LEAST || this == DAYS_AGO_AT_MOST;
  }
}
