package org.postpurchase.series;

/**
 * Life of a step execution: WAITING until its moment is known → SCHEDULED → DONE or SKIPPED;
 * CANCELLED when the run ends before; PARKED until a person decides.
 */
public enum ExecutionState {
  WAITING,
  SCHEDULED,
  DONE,
  SKIPPED,
  CANCELLED,
  PARKED;

  public boolean isOpen() {
    return this == WAITING || this == SCHEDULED || this == PARKED;
  }
}
