package org.postpurchase.service;

/** What opened a case. The names are stored and never change their meaning. */
public enum CaseKind {
  /** A review with few stars. */
  REVIEW,
  /** A low score in a survey. */
  SCORE,
  /** Anything that a customer wrote. */
  COMPLAINT,
  /** Something of an order has not come. */
  LATE,
  /** Something was not in the parcel. */
  MISSING,
  /** Something came broken. */
  DAMAGED,
  /** Opened by the shop's own code. */
  OTHER;

  /** Whether a customer chooses it on the page for problems. */
  public boolean isReported() {
    return this == LATE || this == MISSING || this == DAMAGED || this == COMPLAINT;
  }

  /** Whether it is usually about one line of the order. */
  public boolean isAboutLine() {
    return this == MISSING || this == DAMAGED;
  }
}
