package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What becomes of one execution that is open. Immutable. */
public final class ExecutionChange {
  /** Each is written in its own way. */
  public enum Kind {
    FINISH,
    CANCEL,
    DEFER,
    SCHEDULE,
    PARK
  }

  public final StepExecution before;
  public final Kind kind;
  public final ExecutionState state;

  /** Only for those that are due at another moment now. */
  public final Instant dueAt;

  public final String reason;

  /** Only for those that are at an end. */
  public final Instant at;

  private ExecutionChange(
      StepExecution before,
      Kind kind,
      ExecutionState state,
      Instant dueAt,
      String reason,
      Instant at) {
    this.before = requireNonNull(before, "before");
    this.kind = kind;
    this.state = state;
    this.dueAt = dueAt;
    this.reason = requireNonNull(reason, "reason");
    this.at = at;
  }

  static ExecutionChange finish(
      StepExecution before, ExecutionState state, String reason, Instant at) {
    return new ExecutionChange(before, Kind.FINISH, state, before.dueAt, reason, at);
  }

  static ExecutionChange cancel(StepExecution before, String reason, Instant at) {
    return new ExecutionChange(
        before, Kind.CANCEL, ExecutionState.CANCELLED, before.dueAt, reason, at);
  }

  static ExecutionChange defer(StepExecution before, Instant dueAt, String reason) {
    return new ExecutionChange(before, Kind.DEFER, before.state, dueAt, reason, null);
  }

  static ExecutionChange schedule(StepExecution before, Instant dueAt) {
    return new ExecutionChange(
        before, Kind.SCHEDULE, ExecutionState.SCHEDULED, dueAt, before.reason, null);
  }

  static ExecutionChange park(StepExecution before, String reason, Instant at) {
    return new ExecutionChange(before, Kind.PARK, ExecutionState.PARKED, before.dueAt, reason, at);
  }

  /** The execution as it is once the change is written. */
  StepExecution after() {
    return new StepExecution(
        before.id,
        before.enrollmentId,
        before.stepKey,
        state,
        dueAt,
        kind == Kind.SCHEDULE ? dueAt : before.plannedAt,
        before.attempts,
        before.epoch + 1,
        reason);
  }
}
