package org.postpurchase.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of the steps of one run when the person is moved to another version: worked out in
 * memory, written by {@link MoveRuns}. Steps that have acted, were left out or are set aside for a
 * person stay as they are.
 */
final class RunMove {
  /** Open, and not in the new version. */
  final List<StepExecution> gone = new ArrayList<>();

  /** Open, with another moment than before. */
  final Map<StepExecution, Instant> moved = new LinkedHashMap<>();

  /** Open and scheduled, and now without a known moment. */
  final List<StepExecution> unscheduled = new ArrayList<>();

  /** New; null where the moment is not known yet. */
  final Map<Step, Instant> added = new LinkedHashMap<>();

  /** New, and its moment for this person has passed: nothing is sent about the past. */
  final List<Step> late = new ArrayList<>();

  /** When a step is due for the person whose run it is, counted from the run's own facts. */
  interface Moments {
    Optional<Instant> dueAt(Step step);
  }

  private final SeriesDefinition from;
  private final Enrollment run;
  private final Moments moments;
  private final Instant now;
  private final Map<String, StepExecution> known = new HashMap<>();

  RunMove(
      Enrollment run,
      List<StepExecution> steps,
      SeriesDefinition from,
      SeriesDefinition to,
      Moments moments,
      Instant now) {
    this.run = run;
    this.from = from;
    this.moments = moments;
    this.now = now;
    steps.forEach(step -> known.put(step.stepKey, step));
    for (StepExecution execution : steps) {
      if (execution.state.isOpen()) {
        Optional<Step> next = to.step(execution.stepKey);
        Optional<Step> before = from.step(execution.stepKey);
        if (!next.isPresent()) {
          gone.add(execution);
        } else if (execution.state != ExecutionState.PARKED && before.isPresent()) {
          keep(execution, before.get(), next.get());
        }
      }
    }
    Set<String> left = new HashSet<>();
    for (Step step : to.steps) {
      if (!known.containsKey(step.key)) {
        add(step, left);
      }
    }
  }

  private void keep(StepExecution execution, Step before, Step next) {
    if (hasSameTime(before, next)) {
      return;
    }
    Optional<Instant> due = due(execution, before, next);
    if (due.isPresent() && !due.get().equals(execution.plannedAt)) {
      moved.put(execution, due.get());
    } else if (!due.isPresent() && isBehindTakenBranch(next)) {
      gone.add(execution);
    } else if (!due.isPresent() && execution.state == ExecutionState.SCHEDULED) {
      unscheduled.add(execution);
    }
  }

  private static boolean hasSameTime(Step a, Step b) {
    return a.anchor == b.anchor
        && a.delay().equals(b.delay())
        && a.fallbackDays == b.fallbackDays
        && a.fallbackDaysAbroad == b.fallbackDaysAbroad
        && a.waiting.trigger.equals(b.waiting.trigger)
        && a.waiting.daysMost == b.waiting.daysMost;
  }

  private Optional<Instant> due(StepExecution execution, Step before, Step next) {
    if (next.anchor == Anchor.BRANCH) {
      boolean chosen = before.anchor == Anchor.BRANCH && execution.plannedAt != null;
      return chosen
          ? Optional.of(execution.plannedAt.minus(before.delay()).plus(next.delay()))
          : Optional.empty();
    }
    boolean happened =
        next.awaits()
            && before.waiting.trigger.equals(next.waiting.trigger)
            && before.waiting.hasHappened(execution.plannedAt, run.enteredAt);
    return happened
        ? Optional.of(
            next.waiting.dueAt(execution.plannedAt.minus(before.delay()), next, run.enteredAt))
        : firstDue(next);
  }

  private Optional<Instant> firstDue(Step step) {
    return moments.dueAt(step).map(due -> due.isBefore(run.enteredAt) ? run.enteredAt : due);
  }

  private void add(Step step, Set<String> left) {
    boolean behindLeft = step.condition.isOfBranch() && left.contains(step.conditionStep);
    Instant due = step.anchor == Anchor.BRANCH ? null : firstDue(step).orElse(null);
    if (behindLeft || isBehindTakenBranch(step) || (due != null && due.isBefore(now))) {
      left.add(step.key);
      late.add(step);
    } else {
      added.put(step, due);
    }
  }

  /** A branch chooses once: what hangs on one that has chosen would wait for ever. */
  private boolean isBehindTakenBranch(Step step) {
    StepExecution branch = known.get(step.conditionStep);
    return step.condition.isOfBranch() && branch != null && !branch.state.isOpen();
  }

  /** What a step that is gone would have sent. */
  String touch(StepExecution step) {
    return from.step(step.stepKey).map(Step::touch).orElse(step.stepKey);
  }

  /** Whether something of the run is still to come afterwards. */
  boolean leavesOpen() {
    return !added.isEmpty()
        || known.values().stream().anyMatch(each -> each.state.isOpen() && !gone.contains(each));
  }
}
