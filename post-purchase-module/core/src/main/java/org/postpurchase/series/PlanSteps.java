package org.postpurchase.series;

import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;

/** Gives the open steps of an order's runs their moments as these become known, or move. */
final class PlanSteps {
  private final ReadCandidates read;
  private final StepTiming timing;

  PlanSteps(ReadCandidates read, StepTiming timing) {
    this.read = read;
    this.timing = timing;
  }

  /**
   * A step that has acted, or was put off by something else than its moment, keeps its time. The
   * book has the steps of all active runs of the order, but for those that have just begun.
   */
  void on(OrderSnapshot order, OrderProgress progress, RunBook book) {
    for (Enrollment run : book.activeOfOrder(order.orderId)) {
      SeriesVersion version = read.version(run);
      for (StepExecution execution : book.steps(run.id)) {
        version
            .definition
            .step(execution.stepKey)
            .filter(step -> step.anchor != Anchor.SUBMITTED)
            .filter(step -> isOpen(execution))
            .flatMap(step -> timing.dueAt(step, order, progress))
            .map(due -> due.isBefore(run.enteredAt) ? run.enteredAt : due)
            .filter(due -> !due.equals(execution.plannedAt))
            .ifPresent(due -> book.change(ExecutionChange.schedule(execution, due)));
      }
    }
  }

  private static boolean isOpen(StepExecution execution) {
    return execution.state == ExecutionState.WAITING
        || (execution.state == ExecutionState.SCHEDULED
            && !execution.reason.equals(ExecutionStore.TRIED_AGAIN));
  }
}
