package org.postpurchase.admin.design;

import java.util.ArrayList;
import java.util.List;
import org.postpurchase.moment.Trigger;
import org.postpurchase.series.CheckSteps;
import org.postpurchase.series.CheckWays;
import org.postpurchase.series.SeriesDefinition;
import org.postpurchase.series.SeriesProblem;
import org.postpurchase.series.Step;
import org.postpurchase.series.Triggers;

/** What is wrong with a series before it is saved. */
final class DesignChecks {
  private final DesignParts parts;
  private final Triggers triggers;

  DesignChecks(DesignParts parts, Triggers triggers) {
    this.parts = parts;
    this.triggers = triggers;
  }

  /**
   * @param toRun whether people are to enter it; of a draft only each step must make sense, as in
   *     the form of a step
   */
  List<SeriesProblem> of(SeriesDefinition draft, boolean toRun) {
    List<SeriesProblem> problems = new ArrayList<>();
    if (toRun) {
      problems.addAll(parts.series.validate.problems(draft));
      return problems;
    }
    Trigger trigger = triggers.find(draft.trigger).orElse(null);
    for (Step step : draft.steps) {
      problems.addAll(CheckSteps.alone(step, parts.channels.getChannels()));
      problems.addAll(CheckWays.waiting(step, triggers));
      if (trigger != null) {
        problems.addAll(CheckSteps.under(trigger, step));
      }
    }
    problems.addAll(CheckSteps.together(draft.steps));
    problems.addAll(parts.series.validate.entering(draft));
    return problems;
  }
}
