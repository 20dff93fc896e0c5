package org.postpurchase.admin.people;

import org.postpurchase.admin.enrollment.EnrollmentRow;
import org.postpurchase.admin.enrollment.ExecutionRow;

/** A step that is still to come for a person. */
final class WaitRow {
  private final EnrollmentRow run;
  private final ExecutionRow step;

  WaitRow(EnrollmentRow run, ExecutionRow step) {
    this.run = run;
    this.step = step;
  }

  public long getRunId() {
    return run.getId();
  }

  public long getStepId() {
    return step.getId();
  }

  public String getSeries() {
    return run.getSeries();
  }

  public String getName() {
    return step.name;
  }

  public String getDueAt() {
    return step.getDueAt();
  }

  /** What it waits for besides its time, or why it was put off; may be empty. */
  public String getWhy() {
    return step.waitsFor.isEmpty() ? step.reason : step.waitsFor;
  }

  public String getState() {
    return step.getState();
  }

  /** Whether it waits for its time alone. */
  public boolean isTimed() {
    return !step.off && step.getState().equals("SCHEDULED");
  }
}
