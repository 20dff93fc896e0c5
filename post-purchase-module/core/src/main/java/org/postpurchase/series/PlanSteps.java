package org.postpurchase.series;

import java.time.Instant;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;

/** Gives the open steps of an order's runs their moments as these become known, or move. */
final class PlanSteps {
  private final EnrollmentStore enrollments;
  private final ExecutionStore executions;
  private final ReadCandidates read;
  private final StepTiming timing;

  PlanSteps(
      EnrollmentStore enrollments,
      ExecutionStore executions,
      ReadCandidates read,
      StepTiming timing) {
    this.enrollments = enrollments;
    this.executions = executions;
    this.read = read;
    this.timing = timing;
  }

  /** A step that has acted, or was put off by something else than its moment, keeps its time. */
  void on(OrderSnapshot order, OrderProgress progress) {
    for (Enrollment run : enrollments.activeOfOrder(order.orderId)) {
      SeriesVersion version = read.version(run);
      for (StepExecution execution : executions.ofEnrollment(run.id)) {
        version
            .definition
            .step(execution.stepKey)
            .filter(step -> step.anchor != Anchor.SUBMITTED)
            .filter(step -> isOpen(execution))
            .flatMap(step -> timing.dueAt(step, order, progress))
            .map(due -> due.isBefore(run.enteredAt) ? run.enteredAt : due)
            .filter(due -> !due.equals(execution.plannedAt))
            .ifPresent(due -> schedule(execution, due));
      }
    }
  }

  private void schedule(StepExecution execution, Instant due) {
    executions.schedule(execution, due);
  }

  private static boolean isOpen(StepExecution execution) {
    return execution.state == ExecutionState.WAITING
        || (execution.state == ExecutionState.SCHEDULED
            && !execution.reason.equals(ExecutionStore.TRIED_AGAIN));
  }
}
