package org.postpurchase.site.referral;

import java.math.RoundingMode;
import java.text.DateFormat;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import org.postpurchase.loyalty.Programme;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.referral.ReferralProgramme;
import org.postpurchase.referral.RewardKind;
import org.postpurchase.referral.RewardTerms;
import org.postpurchase.reward.RewardOffers;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.Shop;
import org.postpurchase.site.ShopCurrency;
import org.postpurchase.site.ShopTexts;

/** Puts rewards and days into the words of a language. */
final class ReferralWords {
  static final String KEY = "PostPurchase_Referral_";

  private final ShopTexts texts;
  private final RewardOffers offers;
  private final ProgrammeReader points;
  private final Shop shop;
  private final Clock clock;

  public ReferralWords(
      ShopTexts texts, RewardOffers offers, ProgrammeReader points, Shop shop, Clock clock) {
    this.texts = texts;
    this.offers = offers;
    this.points = points;
    this.shop = shop;
    this.clock = clock;
  }

  String get(String name, Locale locale, Object... values) {
    return texts.get(KEY + name, locale, values);
  }

  String language(Locale locale) {
    return texts.language(locale);
  }

  Shop shop() {
    return shop;
  }

  /**
   * What an advocate gets at least for a friend, such as "500 points"; empty for nothing.
   *
   * @param tierKey of the advocate; empty for none
   */
  String advocateGets(ReferralProgramme programme, String tierKey, Locale locale) {
    RewardTerms terms = programme.advocate;
    if (terms.kind == RewardKind.POINTS) {
      long number = programme.advocatePointsAtLeast(tierKey);
      return number > 0 ? points(number, locale) : "";
    }
    return terms.kind == RewardKind.CODE
        ? offers.title(terms.offerId, locale, clock.instant()).orElse("")
        : "";
  }

  /** What friends get at least: those of some advocates may get more points. */
  String friendGets(ReferralProgramme programme, Locale locale) {
    String offer =
        programme.friendTitle.isEmpty() ? get("FriendOffer", locale) : programme.friendTitle;
    long number = programme.friendPointsAtLeast();
    return number > 0 ? get("And", locale, offer, points(number, locale)) : offer;
  }

  String points(long number, Locale locale) {
    String name = points.find().map((Programme p) -> p.pointsName).orElse("points");
    return texts.get(
        "PostPurchase_Points_Balance",
        locale,
        NumberFormat.getIntegerInstance(locale).format(number),
        name);
  }

  String day(Instant moment, Locale locale) {
    DateFormat format = DateFormat.getDateInstance(DateFormat.LONG, locale);
    format.setTimeZone(TimeZone.getTimeZone(shop.zone));
    return format.format(Date.from(moment));
  }

  /** From which amount on the offer counts; empty for any. */
  String minimum(ReferralProgramme programme, Locale locale) {
    return programme
        .minimum
        .map(least -> Money.of(least, ShopCurrency.ofRequest(), RoundingMode.UP))
        .map(least -> get("Minimum", locale, least.format(locale)))
        .orElse("");
  }
}
