package org.postpurchase.broadleaf.settings;

import java.util.Arrays;
import java.util.List;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.interest.BrowseTrigger;
import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.ConditionType;
import org.postpurchase.series.OrderTriggers;
import org.postpurchase.series.ReEntry;
import org.postpurchase.service.CaseClosedTrigger;
import org.postpurchase.shared.Purpose;
import org.postpurchase.sunset.WentQuietTrigger;

/** Series that a merchant takes from the gallery; no shop has them before that. */
final class MoreSeries {
  private static final int REGULAR = 5;

  private MoreSeries() {}

  /**
   * @param channel key of the one that all steps send by
   */
  static List<ShippedSeries> all(String channel) {
    List<ShippedSeries> all =
        Arrays.asList(
            secondOrder(),
            regulars(),
            privateSale(),
            browse(),
            review(),
            recommend(),
            careTips(),
            userGuide(),
            newsletter(),
            caseClosed(),
            stillThere());
    all.forEach(series -> series.steps.forEach(step -> step.setChannel(channel)));
    return all;
  }

  private static ShippedSeries ofOrder(String key, String name, String trigger, ReEntry reEntry) {
    ShippedSeries s = new ShippedSeries(key, name).starts(trigger, reEntry, 40);
    s.row.setExitOrderedAgain(false);
    s.row.setExitOptedOut(true);
    return s;
  }

  private static ShippedSeries secondOrder() {
    ShippedSeries s =
        ofOrder("second-order", "The second order", OrderTriggers.NTH_ORDER, ReEntry.NEVER);
    s.row.setOrderNumber(2);
    s.row.setExitOrderedAgain(true);
    s.advertises("second-order", "Good to see you again", Anchor.DELIVERED, 5);
    return s;
  }

  private static ShippedSeries regulars() {
    ShippedSeries s =
        ofOrder(
            "vip-thanks", "Thanks to regular customers", OrderTriggers.NTH_ORDER, ReEntry.NEVER);
    s.row.setOrderNumber(REGULAR);
    s.advertises("vip-thanks", "A code as a thank-you", Anchor.DELIVERED, 3).setRewardValidDays(30);
    return s;
  }

  /** Whoever comes into a segment; the merchant says which. */
  private static ShippedSeries privateSale() {
    ShippedSeries s =
        new ShippedSeries("private-sale", "Private sale")
            .starts(SegmentMembership.JOINED, ReEntry.NEVER, 60)
            .aboutMembers();
    s.row.setExitOptedOut(true);
    s.advertises("private-sale", "Invitation", Anchor.HAPPENED, 0);
    return s;
  }

  /** Asked once each time that advertising begins to rest for somebody who never reacts. */
  private static ShippedSeries stillThere() {
    ShippedSeries s =
        new ShippedSeries("still-there", "Do you still want to hear from us?")
            .starts(WentQuietTrigger.KEY, ReEntry.EACH_PERIOD, 50)
            .aboutMembers();
    s.row.setPeriodDays(180);
    s.row.setExitOptedOut(true);
    s.row.setExitOrderedAgain(true);
    s.advertises("still-there", "The question", Anchor.HAPPENED, 1);
    return s;
  }

  /** At most one a week for one person, however much is looked at. */
  private static ShippedSeries browse() {
    ShippedSeries s =
        new ShippedSeries("browse-left", "Looked at twice, not bought")
            .starts(BrowseTrigger.KEY, ReEntry.EACH_PERIOD, 45)
            .aboutMembers();
    s.row.setPeriodDays(7);
    s.row.setExitOrderedAgain(true);
    s.row.setExitOptedOut(true);
    s.advertises("browse-left", "After an hour", Anchor.HAPPENED, 0);
    return s;
  }

  private static ShippedSeries review() {
    ShippedSeries s =
        ofOrder("review", "Ask for a review", OrderTriggers.ANY_ORDER, ReEntry.EACH_ORDER);
    SeriesStep ask = s.advertises("review-request", "Ask for a review", Anchor.DELIVERED, 10);
    ask.setAboutProducts(true);
    ask.setConditionType(ConditionType.REVIEW_OPEN.name());
    ask.setValidHours(45 * ShippedSeries.A_DAY);
    return s;
  }

  private static ShippedSeries recommend() {
    ShippedSeries s =
        ofOrder("recommend-us", "Ask to recommend", OrderTriggers.FIRST_ORDER, ReEntry.NEVER);
    s.advertises("recommend-us", "Ask to recommend", Anchor.DELIVERED, 14);
    return s;
  }

  private static ShippedSeries careTips() {
    ShippedSeries s =
        ofOrder("care-tips", "Care tips", OrderTriggers.ANY_ORDER, ReEntry.EACH_ORDER);
    SeriesStep first = s.advertises("care-tips", "After a month", Anchor.DELIVERED, 30);
    first.setAboutProducts(true);
    SeriesStep later = s.advertises("care-tips-later", "After three months", Anchor.DELIVERED, 90);
    later.setTemplateKey("care-tips");
    later.setAboutProducts(true);
    return s;
  }

  private static ShippedSeries userGuide() {
    ShippedSeries s =
        ofOrder("user-guide", "User guide in parts", OrderTriggers.ANY_ORDER, ReEntry.EACH_ORDER);
    s.advertises("how-to", "The first steps", Anchor.SHIPPED, 2).setAboutProducts(true);
    SeriesStep next = s.advertises("guide-more", "After a week", Anchor.DELIVERED, 7);
    next.setAboutProducts(true);
    SeriesStep last = s.advertises("guide-more-later", "After three weeks", Anchor.DELIVERED, 21);
    last.setTemplateKey("guide-more");
    last.setAboutProducts(true);
    return s;
  }

  /** To choose topics and frequency; only to whoever may be written to, as all advertising. */
  private static ShippedSeries newsletter() {
    ShippedSeries s =
        ofOrder(
            "newsletter", "Invitation to the newsletter", OrderTriggers.FIRST_ORDER, ReEntry.NEVER);
    s.advertises("newsletter", "Choose your topics", Anchor.DELIVERED, 7);
    return s;
  }

  /** Belongs to the problem that was reported: no offer. */
  private static ShippedSeries caseClosed() {
    ShippedSeries s =
        new ShippedSeries("case-closed", "After a case was closed")
            .starts(CaseClosedTrigger.KEY, ReEntry.EACH_ORDER, 80)
            .aboutMembers();
    SeriesStep ask = s.step("case-closed", "Did we put it right?", Anchor.HAPPENED, 3);
    ask.setPurpose(Purpose.TRANSACTIONAL.name());
    ask.setValidHours(7 * ShippedSeries.A_DAY);
    return s;
  }
}
