package org.postpurchase.series;

import java.util.List;
import java.util.Optional;
import org.postpurchase.moment.Trigger;

/** Finds what is wrong with who enters a series, what it waits for, and its branches. */
public final class CheckWays {
  private CheckWays() {}

  /** Problems of a whole series, to be asked when it is switched on. */
  static List<SeriesProblem> all(SeriesDefinition series, Triggers triggers) {
    CheckSteps.Problems found = new CheckSteps.Problems("");
    found.list.addAll(entering(series, triggers));
    for (Step step : series.steps) {
      found.list.addAll(waiting(step, triggers));
      if (step.isBranch() && series.steps.stream().noneMatch(other -> isOn(other, step))) {
        CheckSteps.Problems ofStep = new CheckSteps.Problems(step.key);
        ofStep.add(true, "stepKind", SeriesProblem.Code.BRANCH_WITHOUT_STEPS, step.name);
        found.list.addAll(ofStep.list);
      }
    }
    return found.list;
  }

  /** Problems of who enters and what ends the series. */
  static List<SeriesProblem> entering(SeriesDefinition series, Triggers triggers) {
    CheckSteps.Problems found = new CheckSteps.Problems("");
    triggers.find(series.trigger).ifPresent(trigger -> entry(series, trigger, found));
    ending(series, triggers, found);
    return found.list;
  }

  /** Whether a step waits for something that this shop knows. */
  public static List<SeriesProblem> waiting(Step step, Triggers triggers) {
    CheckSteps.Problems found = new CheckSteps.Problems(step.key);
    String key = step.waiting.trigger;
    found.add(
        step.awaits() && !key.isEmpty() && !triggers.find(key).isPresent(),
        "waitsFor",
        SeriesProblem.Code.UNKNOWN_TRIGGER,
        key);
    return found.list;
  }

  private static boolean isOn(Step step, Step branch) {
    return step.condition.isOfBranch() && step.conditionStep.equals(branch.key);
  }

  private static void entry(SeriesDefinition series, Trigger trigger, CheckSteps.Problems found) {
    OrderFilter entry = series.entry;
    entry.problems().stream().distinct().forEach(code -> found.add(true, field(code), code, ""));
    found.add(
        !trigger.isAboutOrder() && !entry.isAny(),
        field(entry),
        SeriesProblem.Code.FILTER_WITHOUT_ORDER,
        series.name);
    found.add(
        !trigger.isAboutOrder() && series.reEntry == ReEntry.EACH_PRODUCT,
        "reEntry",
        SeriesProblem.Code.PRODUCT_WITHOUT_ORDER,
        "");
    found.add(
        series.reEntry == ReEntry.EACH_PERIOD && series.periodDays < 1,
        "periodDays",
        SeriesProblem.Code.PERIOD_MISSING,
        "");
    if (trigger instanceof OrderTrigger) {
      ((OrderTrigger) trigger)
          .needs()
          .forEach(
              needed ->
                  found.add(
                      isMissing(needed, entry),
                      field(needed),
                      SeriesProblem.Code.FILTER_NEEDED,
                      trigger.label(java.util.Locale.ENGLISH)));
    }
  }

  private static void ending(
      SeriesDefinition series, Triggers triggers, CheckSteps.Problems found) {
    found.add(
        !series.endsOn.isEmpty() && series.endsOn.equals(series.trigger),
        "endsOn",
        SeriesProblem.Code.WAITS_FOR_ITSELF,
        series.name);
    found.add(
        !series.endsOn.isEmpty() && !triggers.find(series.endsOn).isPresent(),
        "endsOn",
        SeriesProblem.Code.UNKNOWN_TRIGGER,
        series.endsOn);
  }

  private static boolean isMissing(OrderTrigger.Needed needed, OrderFilter entry) {
    switch (needed) {
      case GOODS:
        return !entry.asksForGoods();
      case AMOUNT:
        return !entry.asksForAmount();
      default:
        return !entry.asksForNumber();
    }
  }

  private static String field(OrderTrigger.Needed needed) {
    switch (needed) {
      case GOODS:
        return "productIds";
      case AMOUNT:
        return "amounts";
      default:
        return "orderNumber";
    }
  }

  /** The form's field of what cannot be read. */
  static String field(SeriesProblem.Code code) {
    switch (code) {
      case BAD_NUMBERS:
        return "productIds";
      case BAD_AMOUNTS:
        return "amounts";
      case BAD_COUNTRIES:
        return "countries";
      default:
        return "orderNumber";
    }
  }

  /** The first field of the form in which the filter says anything. */
  static String field(OrderFilter filter) {
    Optional<OrderTrigger.Needed> first =
        java.util.Arrays.stream(OrderTrigger.Needed.values())
            .filter(needed -> !isMissing(needed, filter))
            .findFirst();
    return first.map(CheckWays::field).orElse("countries");
  }

  /** Whether a branch asks anything: its side of another branch is no question. */
  static boolean asks(Step branch) {
    boolean condition = branch.condition != ConditionType.ALWAYS && !branch.condition.isOfBranch();
    return condition || !branch.filter.isAny() || !branch.segment.isEmpty();
  }
}
