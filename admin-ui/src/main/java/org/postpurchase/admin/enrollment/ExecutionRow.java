package org.postpurchase.admin.enrollment;

import java.time.Instant;
import java.util.Optional;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.series.ExecutionState;
import org.postpurchase.series.Step;
import org.postpurchase.series.StepExecution;

/** Plain values of one step on one person's way for the pages. */
public final class ExecutionRow {
  private final StepExecution execution;
  public final String name;

  /** Why it is in this state, in words; may be empty. */
  public final String reason;

  /** What has to happen before its moment is known, in words; empty when it waits for nothing. */
  public final String waitsFor;

  /** Whether it will be passed over. */
  public final boolean off;

  private final Moments moments;

  ExecutionRow(
      StepExecution execution,
      Optional<Step> step,
      String reason,
      String waitsFor,
      Moments moments) {
    this.execution = execution;
    this.name = step.map(s -> s.name).orElse(Words.readable(execution.stepKey));
    this.off = step.map(s -> s.off).orElse(false);
    this.reason = reason;
    this.waitsFor = waitsFor;
    this.moments = moments;
  }

  public long getId() {
    return execution.id;
  }

  public String getState() {
    return execution.state.name();
  }

  public boolean isOpen() {
    return execution.state.isOpen();
  }

  public boolean isParked() {
    return execution.state == ExecutionState.PARKED;
  }

  /** Empty while its moment is not known. */
  public String getDueAt() {
    return moments.of(execution.dueAt);
  }

  /** When it was due before anything put it off; empty when nothing did. */
  public String getPlannedAt() {
    return execution.plannedAt == null || execution.plannedAt.equals(execution.dueAt)
        ? ""
        : moments.of(execution.plannedAt);
  }

  public int getAttempts() {
    return execution.attempts;
  }

  Instant due() {
    return execution.dueAt;
  }
}
