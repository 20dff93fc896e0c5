package org.postpurchase.broadleaf.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.broadleaf.entity.SeriesImpl;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.broadleaf.entity.SeriesStepImpl;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.ConditionType;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.SeriesStatus;
import org.postpurchase.series.Step;
import org.postpurchase.series.Trigger;
import org.postpurchase.shared.Purpose;

/** The series that come with the plugin, as drafts. Delays are in days. */
final class ShippedSeries {
  private static final int A_DAY = 24;

  final Series row = new SeriesImpl();
  final List<SeriesStep> steps = new ArrayList<>();

  private ShippedSeries(String presetKey, String name) {
    row.setPresetKey(presetKey);
    row.setName(name);
    row.setStatus(SeriesStatus.DRAFT.name());
    row.setLiveVersion(0);
    row.setEdition(0);
  }

  static List<ShippedSeries> all() {
    return Arrays.asList(firstPurchase(), everyOrder());
  }

  private static ShippedSeries firstPurchase() {
    ShippedSeries s =
        new ShippedSeries("first-purchase", "First purchase")
            .starts(Trigger.FIRST_ORDER, ReEntry.NEVER, 100);
    s.row.setExitOrderedAgain(true);
    s.row.setExitOptedOut(true);
    s.thankYou();
    s.advertises("how-to", "How to use it", Anchor.SHIPPED, 2).setAboutProducts(true);
    s.advertises("review-request", "Ask for a review", Anchor.DELIVERED, 10).setAboutProducts(true);
    s.advertises("reward-code", "Code for the next order", Anchor.DELIVERED, 21)
        .setRewardValidDays(14);
    SeriesStep reminder =
        s.advertises("reward-reminder", "Reminder of the code", Anchor.DELIVERED, 28);
    reminder.setConditionType(ConditionType.REWARD_UNUSED.name());
    reminder.setConditionStep("reward-code");
    return s;
  }

  private static ShippedSeries everyOrder() {
    ShippedSeries s =
        new ShippedSeries("every-order", "Thank you for every order")
            .starts(Trigger.ANY_ORDER, ReEntry.EACH_ORDER, 10);
    s.row.setExitOrderedAgain(false);
    s.row.setExitOptedOut(false);
    s.thankYou();
    return s;
  }

  private ShippedSeries starts(Trigger trigger, ReEntry reEntry, int priority) {
    row.setTriggerKey(trigger.name());
    row.setReEntry(reEntry.name());
    row.setPriority(priority);
    row.setExitOrderCancelled(true);
    row.setExitAllReturned(true);
    return this;
  }

  private void thankYou() {
    SeriesStep step = step("thank-you", "Thank you", Anchor.SUBMITTED, 0);
    step.setPurpose(Purpose.TRANSACTIONAL.name());
  }

  private SeriesStep advertises(String key, String name, Anchor anchor, int days) {
    SeriesStep step = step(key, name, anchor, days);
    step.setPurpose(Purpose.MARKETING.name());
    step.setValidHours(A_DAY);
    return step;
  }

  private SeriesStep step(String key, String name, Anchor anchor, int days) {
    SeriesStep step = new SeriesStepImpl();
    step.setSeries(row);
    step.setPosition(steps.size() + 1);
    step.setStepKey(key);
    step.setName(name);
    step.setAnchor(anchor.name());
    step.setDelayDays(days);
    step.setDelayHours(0);
    step.setFallbackDays(7);
    step.setFallbackDaysAbroad(21);
    step.setValidHours(0);
    step.setChannel(Step.EMAIL);
    step.setTemplateKey(key);
    step.setAboutProducts(false);
    step.setConditionType(ConditionType.ALWAYS.name());
    step.setRewardValidDays(0);
    steps.add(step);
    return step;
  }
}
