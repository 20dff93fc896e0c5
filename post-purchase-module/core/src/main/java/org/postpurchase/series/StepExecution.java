package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** The row that makes one step due for one enrollment. */
public final class StepExecution {
  public final long id;
  public final long enrollmentId;
  public final String stepKey;
  public final ExecutionState state;

  /** Null while it waits for its moment. */
  public final Instant dueAt;

  /** When it was due before anything put it off; null while it waits for its moment. */
  public final Instant plannedAt;

  /** How often deciding it has failed. */
  public final int attempts;

  /** Goes up with every change, so that of two nodes one wins. */
  public final long epoch;

  /** Why it is parked or was put off. */
  public final String reason;

  public StepExecution(
      long id,
      long enrollmentId,
      String stepKey,
      ExecutionState state,
      Instant dueAt,
      Instant plannedAt,
      int attempts,
      long epoch,
      String reason) {
    this.id = id;
    this.enrollmentId = enrollmentId;
    this.stepKey = requireNonNull(stepKey, "stepKey");
    this.state = requireNonNull(state, "state");
    this.dueAt = dueAt;
    this.plannedAt = plannedAt;
    this.attempts = attempts;
    this.epoch = epoch;
    this.reason = requireNonNull(reason, "reason");
  }
}
