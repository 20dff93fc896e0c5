package org.postpurchase.site.catalogue;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postpurchase.catalogue.CatalogueAtAGlance;
import org.postpurchase.catalogue.CatalogueVerdict;
import org.postpurchase.catalogue.OfferedReward;
import org.postpurchase.catalogue.OwnReward;
import org.postpurchase.catalogue.ShowCatalogue;
import org.postpurchase.reward.RewardState;
import org.postpurchase.shared.Shop;
import org.postpurchase.site.ShopTexts;

/** Puts the rewards that a customer can have, and the codes that he has, into words. */
public final class ShowRewards {
  private static final String KEY = "PostPurchase_Rewards_";

  /** From how many on nobody needs to hurry. */
  private static final int FEW = 10;

  private final ShowCatalogue catalogue;
  private final ShopTexts texts;
  private final Shop shop;
  private final Clock clock;

  public ShowRewards(ShowCatalogue catalogue, ShopTexts texts, Shop shop, Clock clock) {
    this.catalogue = catalogue;
    this.texts = texts;
    this.shop = shop;
    this.clock = clock;
  }

  /**
   * Empty while there is no programme, and when there is nothing to show.
   *
   * @param got token of the press of a button that brought something; empty for none
   * @param not why a press brought nothing; empty for none, anything else that is no reason counts
   *     as none
   */
  public Optional<RewardsView> of(long customerId, String got, String not, Locale locale) {
    return catalogue
        .ofCustomer(customerId, locale)
        .map(glance -> view(glance, catalogue.boughtWith(customerId, got), not, locale))
        .filter(RewardsView::hasContent);
  }

  private RewardsView view(
      CatalogueAtAGlance glance, Optional<OwnReward> got, String not, Locale locale) {
    String points = glance.programme.pointsName;
    List<RewardCard> cards = new ArrayList<>();
    glance.rewards.forEach(offered -> cards.add(card(offered, points, locale)));
    List<OwnCode> own = new ArrayList<>();
    glance.own.forEach(each -> own.add(code(each, locale)));
    String use =
        got.map(
                o ->
                    text("Got_Use", locale, moment(o.code.expiresAt, locale), o.code.grant.contact))
            .orElse("");
    RewardsView.Words words =
        new RewardsView.Words(
            texts.language(locale),
            text("Heading", locale, points),
            text("Terms", locale, points),
            text("Own", locale),
            new String[] {text("Got_Heading", locale), use},
            isReason(not) ? text("Not_" + not, locale, points) : "");
    return new RewardsView(words, cards, own, got.map(o -> code(o, locale)).orElse(null));
  }

  private RewardCard card(OfferedReward offered, String points, Locale locale) {
    String cost = number(offered.reward.cost, locale);
    boolean isFew = offered.left > 0 && offered.left < FEW;
    return new RewardCard(
        offered,
        UUID.randomUUID().toString(),
        text("Cost", locale, cost, points),
        state(offered, points, locale),
        isFew ? text("Left", locale, number(offered.left, locale)) : "",
        text("Get", locale, cost, points),
        text("Validity", locale, number(offered.reward.validDays, locale)));
  }

  private String state(OfferedReward offered, String points, Locale locale) {
    return offered.verdict == CatalogueVerdict.AVAILABLE
        ? ""
        : text("State_" + offered.verdict, locale, number(offered.missing, locale), points);
  }

  private OwnCode code(OwnReward own, Locale locale) {
    boolean isOpen = own.code.state == RewardState.ISSUED;
    boolean isLate = isOpen && own.code.isExpired(clock.instant());
    String state =
        text(
            "Code_" + (isLate ? "EXPIRED" : own.code.state.name()),
            locale,
            moment(own.code.expiresAt, locale));
    return new OwnCode(
        own.purchase.rewardName,
        own.code.title.equals(own.purchase.rewardName) ? "" : own.code.title,
        own.code.code,
        state,
        isOpen && !isLate);
  }

  private static boolean isReason(String not) {
    return RewardsHandler.FAILED.equals(not)
        || Stream.of(CatalogueVerdict.values())
            .filter(v -> v != CatalogueVerdict.AVAILABLE)
            .map(Enum::name)
            .collect(Collectors.toList())
            .contains(not);
  }

  private String text(String name, Locale locale, Object... values) {
    return texts.get(KEY + name, locale, values);
  }

  static String number(long number, Locale locale) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  private String moment(Instant expiry, Locale locale) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .format(expiry.atZone(shop.zone));
  }
}
