package org.postpurchase.series;

/** Whether a series runs. */
public enum SeriesStatus {
  /** Nobody enters; whoever is inside leaves at the next due step. */
  DRAFT,
  ACTIVE,
  /** Nobody enters; whoever is inside waits until it goes on, as long as each step stays valid. */
  PAUSED
}
