package org.postpurchase.task;

/** Where a task stands. */
public enum TaskState {
  OPEN,
  /** The person was reached, or the note is on its way. */
  DONE,
  /** Nobody was reached. */
  FAILED
}
