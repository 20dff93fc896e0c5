package org.postpurchase.series;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * Carries out what a branch has chosen: the choice is kept as the result of its step, which exists
 * once in a run, together with the moments of the steps on that way and the end of those on the
 * other one.
 */
final class TakeBranch {
  private TakeBranch() {}

  static void choose(Candidate c, ReasonCode way, RunBook book, Instant now) {
    String result = way.name();
    if (book.change(ExecutionChange.finish(c.execution, ExecutionState.DONE, result, now))) {
      book.decide(verdict(c, c.step, c.execution, way, now));
      for (Step step : c.version.definition.steps) {
        if (isOn(step, c.step.key)) {
          if (step.condition.name().equals(result)) {
            schedule(step, c, book, now);
          } else {
            leaveOut(step, c, book, now);
          }
        }
      }
      EndRun.completeIfOver(book, c.enrollment, now);
    }
  }

  /** Nobody will choose any more: neither way is taken. */
  static void leaveOutBehind(Step branch, Candidate c, RunBook book, Instant now) {
    for (Step step : c.version.definition.steps) {
      if (isOn(step, branch.key)) {
        leaveOut(step, c, book, now);
      }
    }
  }

  private static boolean isOn(Step step, String branch) {
    return step.condition.isOfBranch() && step.conditionStep.equals(branch);
  }

  private static void schedule(Step step, Candidate c, RunBook book, Instant now) {
    for (StepExecution execution : book.steps(c.enrollment.id)) {
      if (execution.stepKey.equals(step.key) && execution.state == ExecutionState.WAITING) {
        book.change(ExecutionChange.schedule(execution, now.plus(step.delay())));
      }
    }
  }

  private static void leaveOut(Step step, Candidate c, RunBook book, Instant now) {
    ReasonCode reason = ReasonCode.BRANCH_NOT_TAKEN;
    for (StepExecution execution : book.steps(c.enrollment.id)) {
      if (execution.stepKey.equals(step.key)
          && book.change(
              ExecutionChange.finish(execution, ExecutionState.SKIPPED, reason.name(), now))) {
        book.decide(verdict(c, step, execution, reason, now));
        leaveOutBehind(step, c, book, now);
      }
    }
  }

  private static TouchDecision verdict(
      Candidate c, Step step, StepExecution execution, ReasonCode why, Instant now) {
    return new TouchDecision(
        EndRun.key(execution),
        step.touch(),
        c.enrollment.orderId,
        Verdict.SKIP,
        why,
        now,
        OptionalLong.empty(),
        new TouchDecision.Place(c.enrollment.id, step.key, c.enrollment.contact),
        "");
  }
}
