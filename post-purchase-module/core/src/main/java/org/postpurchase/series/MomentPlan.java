package org.postpurchase.series;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.postpurchase.moment.Moment;

/**
 * When the steps of a run that a moment begins are due, and which of them are past since the series
 * was switched on anew. What was sent about the same moment before is left out.
 */
final class MomentPlan {
  private final Map<Step, Instant> steps = new LinkedHashMap<>();
  private final Instant activeSince;

  /**
   * @param sent keys of the steps that were sent in earlier runs about it
   */
  MomentPlan(
      SeriesVersion version,
      Moment moment,
      Set<String> sent,
      StepTiming timing,
      Instant activeSince) {
    this.activeSince = activeSince;
    Set<String> leftOut = new HashSet<>(sent);
    for (Step step : version.definition.steps) {
      boolean behind = step.anchor == Anchor.BRANCH && leftOut.contains(step.conditionStep);
      if (leftOut.contains(step.key) || behind) {
        leftOut.add(step.key);
      } else {
        steps.put(step, timing.firstDueAt(step, moment).orElse(null));
      }
    }
  }

  /** In their order; null for those whose moment is not known yet. */
  Map<Step, Instant> steps() {
    return Collections.unmodifiableMap(steps);
  }

  /** A step on a way of a branch whose own moment is past would never be taken. */
  boolean isPast(Step step) {
    Instant due = steps.get(step);
    if (due != null) {
      return due.isBefore(activeSince);
    }
    return steps.keySet().stream()
        .filter(branch -> branch.isBranch() && branch.key.equals(step.conditionStep))
        .anyMatch(this::isPast);
  }

  boolean isAllPast() {
    return !steps.isEmpty() && steps.keySet().stream().allMatch(this::isPast);
  }
}
