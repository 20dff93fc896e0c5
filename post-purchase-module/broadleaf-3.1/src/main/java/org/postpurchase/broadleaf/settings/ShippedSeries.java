package org.postpurchase.broadleaf.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.broadleaf.entity.SeriesImpl;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.broadleaf.entity.SeriesStepImpl;
import org.postpurchase.loyalty.PointsExpiringTrigger;
import org.postpurchase.loyalty.TierTrigger;
import org.postpurchase.occasion.CartTrigger;
import org.postpurchase.occasion.RegisteredTrigger;
import org.postpurchase.occasion.ReplenishOccasion;
import org.postpurchase.occasion.WinBackOccasion;
import org.postpurchase.occasion.YearlyOccasion;
import org.postpurchase.referral.TellReferrals;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.ConditionType;
import org.postpurchase.series.OrderTriggers;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.SeriesStatus;
import org.postpurchase.series.StepKind;
import org.postpurchase.shared.Purpose;

/** The series that come with the plugin, as drafts. Delays are in days. */
final class ShippedSeries {
  static final int A_DAY = 24;

  final Series row = new SeriesImpl();
  final List<SeriesStep> steps = new ArrayList<>();

  ShippedSeries(String presetKey, String name) {
    row.setPresetKey(presetKey);
    row.setName(name);
    row.setStatus(SeriesStatus.DRAFT.name());
    row.setLiveVersion(0);
    row.setEdition(0);
  }

  /**
   * @param channel key of the one that all steps send by
   */
  static List<ShippedSeries> all(String channel) {
    List<ShippedSeries> all =
        new ArrayList<>(
            Arrays.asList(
                firstPurchase(),
                everyOrder(),
                pointsExpiring(),
                tierReached(),
                tierAtRisk(),
                referral("friend-joined", "A friend has ordered", TellReferrals.FRIEND_JOINED),
                referral("referral-rewarded", "Reward for a friend", TellReferrals.REWARDED),
                referral("referral-reduced", "Reward has become smaller", TellReferrals.REDUCED),
                referral("referral-reversed", "Reward taken back", TellReferrals.REVERSED)));
    all.addAll(ofOccasions());
    all.forEach(series -> series.steps.forEach(step -> step.setChannel(channel)));
    return all;
  }

  private static ShippedSeries firstPurchase() {
    ShippedSeries s =
        new ShippedSeries("first-purchase", "First purchase")
            .starts(OrderTriggers.FIRST_ORDER, ReEntry.NEVER, 100);
    s.row.setExitOrderedAgain(true);
    s.row.setExitOptedOut(true);
    s.thankYou();
    s.advertises("how-to", "How to use it", Anchor.SHIPPED, 2).setAboutProducts(true);
    SeriesStep review = s.advertises("review-request", "Ask for a review", Anchor.DELIVERED, 10);
    review.setAboutProducts(true);
    review.setConditionType(ConditionType.REVIEW_OPEN.name());
    review.setValidHours(45 * A_DAY); // it may wait for what is reviewed later than most
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
            .starts(OrderTriggers.ANY_ORDER, ReEntry.EACH_ORDER, 10);
    s.row.setExitOrderedAgain(false);
    s.row.setExitOptedOut(false);
    s.thankYou();
    return s;
  }

  /** A notice about one's own account: no offer. */
  private static ShippedSeries pointsExpiring() {
    ShippedSeries s =
        new ShippedSeries("points-expiring", "Points about to expire")
            .starts(PointsExpiringTrigger.KEY, ReEntry.EACH_ORDER, 50)
            .aboutMembers();
    s.notice("first-notice", "First notice", Anchor.DAY_AHEAD, 30, 7 * A_DAY);
    s.notice("last-notice", "Last notice", Anchor.DAY_AHEAD, 7, 3 * A_DAY);
    return s;
  }

  private static ShippedSeries tierReached() {
    ShippedSeries s =
        new ShippedSeries("tier-reached", "A new tier")
            .starts(TierTrigger.REACHED, ReEntry.EACH_ORDER, 50)
            .aboutMembers();
    s.notice("welcome", "Welcome", Anchor.HAPPENED, 0, 3 * A_DAY);
    return s;
  }

  private static ShippedSeries tierAtRisk() {
    ShippedSeries s =
        new ShippedSeries("tier-at-risk", "A tier is at risk")
            .starts(TierTrigger.AT_RISK, ReEntry.EACH_ORDER, 50)
            .aboutMembers();
    s.notice("warning", "Warning", Anchor.HAPPENED, 0, 7 * A_DAY);
    s.notice("last-warning", "Last warning", Anchor.DAY_AHEAD, 7, 3 * A_DAY);
    return s;
  }

  /** Tells the advocate, and the friend where it concerns the friend: no offer. */
  private static ShippedSeries referral(String key, String name, String trigger) {
    ShippedSeries s =
        new ShippedSeries(key, name).starts(trigger, ReEntry.EACH_ORDER, 50).aboutMembers();
    s.notice("notice", "Notice", Anchor.HAPPENED, 0, 3 * A_DAY);
    if (trigger.equals(TellReferrals.REDUCED) || trigger.equals(TellReferrals.REVERSED)) {
      s.steps.forEach(step -> step.setTemplateKey("referral-changed"));
    }
    return s;
  }

  /** What comes with time, and the welcome to a new account. */
  private static List<ShippedSeries> ofOccasions() {
    ShippedSeries welcome =
        new ShippedSeries("welcome", "Welcome to a new account")
            .starts(RegisteredTrigger.KEY, ReEntry.NEVER, 50)
            .aboutMembers();
    welcome.row.setExitOptedOut(true);
    SeriesStep hello = welcome.step("welcome", "Welcome", Anchor.HAPPENED, 0);
    hello.setPurpose(Purpose.TRANSACTIONAL.name());
    welcome.advertises("welcome-story", "Who we are", Anchor.HAPPENED, 3);
    welcome.advertises("welcome-favourites", "Where to begin", Anchor.HAPPENED, 7);
    ShippedSeries winBack = occasion("win-back", "Silent for long", WinBackOccasion.KEY);
    winBack.row.setExitOrderedAgain(true);
    ShippedSeries refill =
        occasion("replenishment", "Something is used up soon", ReplenishOccasion.KEY);
    refill.row.setExitOrderCancelled(true);
    refill.row.setExitAllReturned(true);
    return Arrays.asList(
        cart(),
        welcome,
        occasion("birthday", "Birthday", YearlyOccasion.BIRTHDAY),
        occasion("anniversary", "A year since the first order", YearlyOccasion.FIRST_ORDER),
        winBack,
        refill);
  }

  /** Once in a week for one person, however many carts are left. */
  private static ShippedSeries cart() {
    ShippedSeries s =
        new ShippedSeries("cart-left", "A cart was left")
            .starts(CartTrigger.KEY, ReEntry.EACH_PERIOD, 50)
            .aboutMembers();
    s.row.setPeriodDays(7);
    s.row.setExitOrderedAgain(true);
    s.row.setExitOptedOut(true);
    s.reminder("after-an-hour", "After an hour", 0, 1);
    s.reminder("after-a-day", "After a day", 1, 0);
    s.reminder("after-three-days", "After three days", 3, 0);
    return s;
  }

  private void reminder(String key, String name, int days, int hours) {
    SeriesStep step = advertises(key, name, Anchor.HAPPENED, days);
    step.setDelayHours(hours);
    step.setTemplateKey(row.getPresetKey());
  }

  private static ShippedSeries occasion(String key, String name, String trigger) {
    ShippedSeries s =
        new ShippedSeries(key, name).starts(trigger, ReEntry.EACH_ORDER, 50).aboutMembers();
    s.row.setExitOptedOut(true);
    s.advertises(key, name, Anchor.HAPPENED, 0);
    return s;
  }

  /** Nothing about an order ends it. */
  ShippedSeries aboutMembers() {
    row.setExitOrderedAgain(false);
    row.setExitOrderCancelled(false);
    row.setExitAllReturned(false);
    row.setExitOptedOut(false);
    return this;
  }

  private void notice(String key, String name, Anchor anchor, int days, int validHours) {
    SeriesStep step = step(key, name, anchor, days);
    step.setPurpose(Purpose.TRANSACTIONAL.name());
    step.setTemplateKey(row.getPresetKey());
    step.setValidHours(validHours);
    step.setWindowFrom("09:00");
    step.setWindowTo("20:00");
  }

  ShippedSeries starts(String trigger, ReEntry reEntry, int priority) {
    row.setTriggerKey(trigger);
    row.setReEntry(reEntry.name());
    row.setPriority(priority);
    row.setExitOrderCancelled(true);
    row.setExitAllReturned(true);
    return this;
  }

  void thankYou() {
    SeriesStep step = step("thank-you", "Thank you", Anchor.SUBMITTED, 0);
    step.setPurpose(Purpose.TRANSACTIONAL.name());
  }

  SeriesStep advertises(String key, String name, Anchor anchor, int days) {
    SeriesStep step = step(key, name, anchor, days);
    step.setPurpose(Purpose.MARKETING.name());
    step.setValidHours(A_DAY);
    return step;
  }

  SeriesStep step(String key, String name, Anchor anchor, int days) {
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
    step.setTemplateKey(key);
    step.setAboutProducts(false);
    step.setStepKind(StepKind.MESSAGE.name());
    step.setGoal(false);
    step.setOff(false);
    step.setConditionType(ConditionType.ALWAYS.name());
    step.setRewardValidDays(0);
    steps.add(step);
    return step;
  }
}
