package org.postpurchase.series;

/** The moment in the life of an order, or of a membership, from which a step's delay counts. */
public enum Anchor {
  SUBMITTED,
  SHIPPED,
  /** If nobody reports the arrival: shipped plus the step's fallback days. */
  DELIVERED,
  /** When it happened to the member. */
  HAPPENED,
  /** The day that it is about: the delay counts backwards from there, in days of the shop. */
  DAY_AHEAD,
  /** When what the step waits for has happened, or at last its days after entering. */
  MOMENT,
  /** When the branch that the step is on was decided. */
  BRANCH
}
