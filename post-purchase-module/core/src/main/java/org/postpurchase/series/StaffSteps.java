package org.postpurchase.series;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * What people at the desk do about one person's run through a series: make a step due at once,
 * cancel a step, end the run.
 *
 * <p>All methods join the caller's transaction and lock the person first, so that they and the
 * engine never decide about one person at the same time. Done twice, the second time finds nothing
 * to do.
 */
public final class StaffSteps {
  private final EnrollmentStore enrollments;
  private final ExecutionStore executions;
  private final SeriesVersionStore versions;
  private final Supplier<RunBook> books;
  private final Clock clock;

  StaffSteps(SeriesEngine.Stores stores, Supplier<RunBook> books, Clock clock) {
    this.enrollments = stores.enrollments;
    this.executions = stores.executions;
    this.versions = stores.versions;
    this.books = books;
    this.clock = clock;
  }

  /** What came of it. */
  public enum Outcome {
    DONE,
    /** It was sent, skipped or cancelled in the meantime, or waits for something else than time. */
    NOTHING_TO_DO,
    /** Other steps hang on what it chooses: only the whole run can be ended. */
    IS_BRANCH,
    /** The version that the person is on passes it over. */
    IS_OFF
  }

  /**
   * Makes a step due now that waits for its time. The engine decides on it as on any other: exits,
   * consent, quiet hours and conditions hold.
   */
  public Outcome sendNow(long runId, long executionId) {
    Instant now = clock.instant();
    return step(runId, executionId, now)
        .filter(step -> step.state == ExecutionState.SCHEDULED && step.dueAt.isAfter(now))
        .map(
            step -> {
              if (defined(runId, step).map(each -> each.off).orElse(false)) {
                return Outcome.IS_OFF;
              }
              executions.schedule(step, now);
              return Outcome.DONE;
            })
        .orElse(Outcome.NOTHING_TO_DO);
  }

  private Optional<Step> defined(long runId, StepExecution step) {
    return enrollments
        .find(runId)
        .flatMap(run -> versions.find(run.versionId))
        .flatMap(version -> version.definition.step(step.stepKey));
  }

  /** Cancels one step; the others go on. The run is complete when none is left. */
  public Outcome cancel(long runId, long executionId) {
    Instant now = clock.instant();
    Optional<StepExecution> found = step(runId, executionId, now);
    if (!found.isPresent()) {
      return Outcome.NOTHING_TO_DO;
    }
    StepExecution step = found.get();
    Enrollment run = enrollments.find(runId).get();
    Optional<Step> defined = defined(runId, step);
    if (defined.map(Step::isBranch).orElse(false)) {
      return Outcome.IS_BRANCH;
    }
    RunBook book = open(run);
    if (!book.change(ExecutionChange.cancel(step, ReasonCode.CANCELLED_BY_STAFF.name(), now))) {
      return Outcome.NOTHING_TO_DO;
    }
    book.decide(
        new TouchDecision(
            EndRun.key(step),
            defined.map(s -> s.templateKey).orElse(step.stepKey),
            run.orderId,
            Verdict.EXIT,
            ReasonCode.CANCELLED_BY_STAFF,
            now,
            OptionalLong.empty(),
            new TouchDecision.Place(run.id, step.stepKey, run.contact),
            ""));
    EndRun.completeIfOver(book, run, now);
    book.write(now);
    return Outcome.DONE;
  }

  /** Ends the run with everything in it that is still to come. */
  public Outcome end(long runId) {
    Instant now = clock.instant();
    Optional<Enrollment> found = lock(runId, now);
    Optional<SeriesVersion> version = found.flatMap(run -> versions.find(run.versionId));
    if (!version.isPresent()) {
      return Outcome.NOTHING_TO_DO;
    }
    RunBook book = open(found.get());
    EndRun.exit(book, found.get(), version.get(), ReasonCode.CANCELLED_BY_STAFF, now);
    book.write(now);
    return Outcome.DONE;
  }

  private Optional<StepExecution> step(long runId, long executionId, Instant now) {
    return lock(runId, now)
        .flatMap(run -> executions.find(executionId))
        .filter(step -> step.enrollmentId == runId && step.state.isOpen());
  }

  private Optional<Enrollment> lock(long runId, Instant now) {
    Optional<Enrollment> seen = enrollments.find(runId);
    seen.ifPresent(run -> enrollments.lockContact(run.contact, now));
    return seen.flatMap(
            run ->
                Optional.ofNullable(enrollments.lock(Collections.singletonList(runId)).get(runId)))
        .filter(run -> run.state == EnrollmentState.ACTIVE);
  }

  private RunBook open(Enrollment run) {
    RunBook book = books.get();
    book.note(Collections.singletonList(run));
    book.lockSteps(Collections.singletonList(run.id));
    return book;
  }
}
