package org.postpurchase.series;

/** What must hold for a step besides being due. */
public enum ConditionType {
  ALWAYS,
  /** The code that the named step gave out has been neither used nor has it expired. */
  REWARD_UNUSED,
  /** The named step's message was sent (handed to the channel's queue). */
  STEP_SENT,
  /** The named step's message was not sent. */
  STEP_NOT_SENT,
  /**
   * The buyer may be asked for reviews: something of the order was kept long enough, is not
   * reviewed, and the person was not asked too often. Holds in a shop without reviews.
   */
  REVIEW_OPEN;

  /** Whether it looks at another step of the series, which it names. */
  public boolean namesStep() {
    return this != ALWAYS && this != REVIEW_OPEN;
  }
}
