package org.postpurchase.series;

import java.time.Instant;
import java.util.OptionalLong;

/** Brings runs to their end, with a verdict on every step that will now never act. */
final class EndRun {
  private EndRun() {}

  /**
   * Ends the run before its last step. What belongs to the order itself, such as its thank-you, is
   * spared when only advertising has become wrong; the run then ends with it. Doing it again
   * changes nothing, but leaves no step open that should not be.
   */
  static void exit(
      RunBook book, Enrollment run, SeriesVersion version, ReasonCode reason, Instant now) {
    boolean owing = false;
    for (StepExecution step : book.steps(run.id)) {
      boolean spared =
          isAboutAdvertising(reason)
              && version.definition.step(step.stepKey).map(EndRun::isOwedAnyway).orElse(false);
      if (step.state.isOpen() && spared) {
        owing = true;
      } else if (book.change(ExecutionChange.cancel(step, reason.name(), now))) {
        book.decide(verdict(run, version, step, reason, now));
      }
    }
    if (!owing) {
      book.end(new RunEnd(run.id, EnrollmentState.EXITED, reason, now));
    }
  }

  /** What belongs to the order and comes of itself; nobody will choose the way of a branch. */
  private static boolean isOwedAnyway(Step step) {
    return !step.isMarketing() && !step.isBranch() && step.anchor != Anchor.BRANCH;
  }

  /** Whether the reason makes advertising wrong and nothing else. */
  static boolean isAboutAdvertising(ReasonCode reason) {
    return reason == ReasonCode.ORDERED_AGAIN
        || reason == ReasonCode.REWARD_USED
        || reason == ReasonCode.OPTED_OUT;
  }

  private static TouchDecision verdict(
      Enrollment run, SeriesVersion version, StepExecution step, ReasonCode reason, Instant now) {
    return new TouchDecision(
        key(step),
        version.definition.step(step.stepKey).map(Step::touch).orElse(step.stepKey),
        run.orderId,
        Verdict.EXIT,
        reason,
        now,
        OptionalLong.empty(),
        new TouchDecision.Place(run.id, step.stepKey, run.contact),
        "");
  }

  /** Notes that the run is complete when no step is open any more. */
  static void completeIfOver(RunBook book, Enrollment run, Instant now) {
    boolean over = book.steps(run.id).stream().noneMatch(step -> step.state.isOpen());
    if (over) {
      book.end(new RunEnd(run.id, EnrollmentState.COMPLETED, null, now));
    }
  }

  /** Key of the final verdict on an execution: there is one. */
  static String key(StepExecution execution) {
    return "execution:" + execution.id;
  }
}
