package org.postpurchase.series;

/** What a step does when its moment has come. */
public enum StepKind {
  /** It sends a message. */
  MESSAGE,
  /**
   * It sends nothing, but chooses one of two ways by its condition: steps of the other way are
   * never taken in this run.
   */
  BRANCH
}
