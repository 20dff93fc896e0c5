package org.postpurchase.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.postpurchase.messaging.Channels;
import org.postpurchase.moment.Trigger;

/** Finds what is wrong with steps by themselves and with each other, without reading anything. */
public final class CheckSteps {
  private static final Pattern KEY = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");
  private static final int DAYS_MAX = 730;

  private CheckSteps() {}

  /** Problems of one step alone: its numbers, window and reward. */
  public static List<SeriesProblem> alone(Step s, Channels channels) {
    Problems found = new Problems(s.key);
    found.add(!KEY.matcher(s.key).matches(), "stepKey", SeriesProblem.Code.BAD_KEY, s.key);
    found.add(s.name.trim().isEmpty(), "name", SeriesProblem.Code.NO_NAME, "");
    days(found, "delayDays", s.delayDays, SeriesProblem.Code.NEGATIVE_DELAY);
    found.add(s.delayHours < 0, "delayHours", SeriesProblem.Code.NEGATIVE_DELAY, "" + s.delayHours);
    found.add(s.delayHours > 23, "delayHours", SeriesProblem.Code.TOO_LONG, "23");
    days(found, "fallbackDays", s.fallbackDays, SeriesProblem.Code.NEGATIVE_NUMBER);
    days(found, "fallbackDaysAbroad", s.fallbackDaysAbroad, SeriesProblem.Code.NEGATIVE_NUMBER);
    found.add(
        s.validHours < 0, "validHours", SeriesProblem.Code.NEGATIVE_NUMBER, "" + s.validHours);
    found.add(
        (s.windowFrom == null) != (s.windowTo == null),
        s.windowFrom == null ? "windowFrom" : "windowTo",
        SeriesProblem.Code.HALF_WINDOW,
        "");
    found.add(
        !channels.find(s.channel).isPresent(),
        "channel",
        SeriesProblem.Code.UNKNOWN_CHANNEL,
        s.channel);
    new HashSet<>(s.filter.problems())
        .forEach(code -> found.add(true, CheckWays.field(code), code, ""));
    if (s.awaits()) {
      found.add(s.waiting.trigger.isEmpty(), "waitsFor", SeriesProblem.Code.WAITS_FOR_NOTHING, "");
      found.add(s.waiting.daysMost < 1, "waitDays", SeriesProblem.Code.WAITS_WITHOUT_END, s.name);
      found.add(
          s.waiting.daysMost > DAYS_MAX, "waitDays", SeriesProblem.Code.TOO_LONG, "" + DAYS_MAX);
    }
    found.add(
        !s.awaits() && s.condition.asksWhatHappened(),
        "conditionType",
        SeriesProblem.Code.NOTHING_AWAITED,
        s.name);
    found.add(!s.awaits() && s.waiting.goal, "goal", SeriesProblem.Code.NOTHING_AWAITED, s.name);
    found.add(
        s.condition.isOfBranch() != (s.anchor == Anchor.BRANCH),
        "anchor",
        SeriesProblem.Code.BRANCH_ANCHOR,
        s.name);
    found.add(
        s.isBranch() && !CheckWays.asks(s),
        "conditionType",
        SeriesProblem.Code.BRANCH_WITHOUT_QUESTION,
        s.name);
    if (s.givesReward()) {
      found.add(!s.isMarketing(), "purpose", SeriesProblem.Code.TRANSACTIONAL_REWARD, s.name);
      found.add(
          s.rewardValidDays < 1 || s.rewardValidDays > DAYS_MAX,
          "rewardValidDays",
          SeriesProblem.Code.REWARD_DAYS,
          "" + s.rewardValidDays);
    }
    return found.list;
  }

  /** Problems of one step with what its series begins with. */
  public static List<SeriesProblem> under(Trigger trigger, Step s) {
    Problems found = new Problems(s.key);
    found.add(
        !Triggers.anchors(trigger).contains(s.anchor),
        "anchor",
        SeriesProblem.Code.ANCHOR_OF_ANOTHER_TRIGGER,
        s.name);
    found.add(
        !trigger.isAboutOrder() && s.aboutProducts,
        "aboutProducts",
        SeriesProblem.Code.PRODUCTS_WITHOUT_ORDER,
        s.name);
    found.add(
        !trigger.isAboutOrder() && !s.filter.isAny(),
        CheckWays.field(s.filter),
        SeriesProblem.Code.FILTER_WITHOUT_ORDER,
        s.name);
    found.add(
        s.awaits() && s.waiting.trigger.equals(trigger.key()),
        "waitsFor",
        SeriesProblem.Code.WAITS_FOR_ITSELF,
        s.name);
    return found.list;
  }

  private static void days(
      Problems found, String field, int days, SeriesProblem.Code whenNegative) {
    found.add(days < 0, field, whenNegative, "" + days);
    found.add(days > DAYS_MAX, field, SeriesProblem.Code.TOO_LONG, "" + DAYS_MAX);
  }

  /** Problems between the steps of one series: keys used twice, and what conditions look at. */
  public static List<SeriesProblem> together(List<Step> steps) {
    List<SeriesProblem> found = new ArrayList<>();
    Map<String, Step> byKey = new HashMap<>();
    for (Step step : steps) {
      if (byKey.put(step.key, step) != null) {
        found.add(
            new SeriesProblem(step.key, "stepKey", SeriesProblem.Code.DUPLICATE_KEY, step.key));
      }
    }
    Set<String> inCycle = new HashSet<>();
    for (Step step : steps) {
      if (step.condition.namesStep()) {
        condition(step, byKey, inCycle, found);
      }
    }
    return found;
  }

  private static void condition(
      Step step, Map<String, Step> byKey, Set<String> inCycle, List<SeriesProblem> found) {
    Step other = byKey.get(step.conditionStep);
    Problems problems = new Problems(step.key);
    if (other == null) {
      problems.add(
          true, "conditionStep", SeriesProblem.Code.CONDITION_STEP_MISSING, step.conditionStep);
    } else if (!inCycle.contains(step.key)) {
      Set<String> way = way(step, byKey);
      if (way.contains("")) {
        way.remove("");
        inCycle.addAll(way);
        problems.add(
            true,
            "conditionStep",
            SeriesProblem.Code.CONDITION_CYCLE,
            String.join(" → ", way) + " → " + step.key);
      } else if (!comesBefore(other, step)) {
        problems.add(true, "conditionStep", SeriesProblem.Code.CONDITION_LATER, other.name);
      } else {
        problems.add(
            (step.condition == ConditionType.REWARD_UNUSED
                    || step.condition == ConditionType.CODE_USED)
                && !other.givesReward(),
            "conditionStep",
            SeriesProblem.Code.CONDITION_WITHOUT_REWARD,
            other.name);
        problems.add(
            step.condition.asksForClicks() && (other.isBranch() || !other.isMarketing()),
            "conditionStep",
            SeriesProblem.Code.CONDITION_WITHOUT_CLICKS,
            other.name);
        problems.add(
            step.condition.isOfBranch() && !other.isBranch(),
            "conditionStep",
            SeriesProblem.Code.CONDITION_WITHOUT_BRANCH,
            other.name);
      }
    }
    found.addAll(problems.list);
  }

  /** The steps that conditions lead to from here; an empty key at the end when they lead back. */
  private static Set<String> way(Step from, Map<String, Step> byKey) {
    Set<String> way = new LinkedHashSet<>();
    Step at = from;
    while (at != null && at.condition.namesStep() && way.add(at.key)) {
      at = byKey.get(at.conditionStep);
      if (at != null && at.key.equals(from.key)) {
        way.add("");
        return way;
      }
    }
    return way;
  }

  private static boolean comesBefore(Step other, Step step) {
    return other.position < step.position;
  }

  /** Collects the problems of one step. */
  static final class Problems {
    final List<SeriesProblem> list = new ArrayList<>();
    private final String stepKey;

    Problems(String stepKey) {
      this.stepKey = stepKey;
    }

    void add(boolean isWrong, String field, SeriesProblem.Code code, String detail) {
      if (isWrong) {
        list.add(new SeriesProblem(stepKey, field, code, detail));
      }
    }
  }
}
