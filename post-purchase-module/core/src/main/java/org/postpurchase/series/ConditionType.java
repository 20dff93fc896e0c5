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
  /** A link of the named step's message was followed by a person, as far as that is measured. */
  CLICKED,
  /**
   * The named step's message was sent, and no link of it was followed by a person. Of whom it was
   * not sent to nothing is known.
   */
  NOT_CLICKED,
  /** The code that the named step gave out has been used. */
  CODE_USED,
  /** The named branch has chosen the way on which its condition holds. */
  BRANCH_YES,
  /** The named branch has chosen the other way. */
  BRANCH_NO,
  /** What the step waits for has happened in time. */
  HAPPENED,
  /** What the step waits for has not happened in time. */
  NOT_HAPPENED,
  /**
   * The buyer may be asked for reviews: something of the order was kept long enough, is not
   * reviewed, and the person was not asked too often. Holds in a shop without reviews.
   */
  REVIEW_OPEN;

  /** Whether it asks what became of the clicks of a step. */
  public boolean asksForClicks() {
    return this == CLICKED || this == NOT_CLICKED;
  }

  /** Whether it is about the moment that the step itself waits for. */
  public boolean asksWhatHappened() {
    return this == HAPPENED || this == NOT_HAPPENED;
  }

  /** Whether the step is on one of the two ways of a branch. */
  public boolean isOfBranch() {
    return this == BRANCH_YES || this == BRANCH_NO;
  }

  /** Whether it looks at another step of the series, which it names. */
  public boolean namesStep() {
    return this != ALWAYS && this != REVIEW_OPEN && !asksWhatHappened();
  }
}
