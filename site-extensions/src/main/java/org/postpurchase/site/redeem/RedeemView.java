package org.postpurchase.site.redeem;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.loyalty.PointsUse;
import org.postpurchase.loyalty.RedemptionOffer;
import org.postpurchase.shared.Money;
import org.postpurchase.site.PointsUseWords;
import org.postpurchase.site.ShopTexts;

/** Everything that the template shows, in one language. Changes nothing. */
public final class RedeemView {
  private static final String KEY = "PostPurchase_Redeem_";

  private final ShopTexts texts;
  private final PointsUseWords use;
  private final Locale locale;
  private final Optional<RedemptionOffer> offer;
  private final Chosen chosen;

  /** What became of the points without the shopper having asked for it; empty for nothing. */
  public final String notice;

  /** Where the forms lead back to. */
  public final String back;

  /** What the cart is to be paid with so far; zero for nothing. */
  static final class Chosen {
    final long points;
    final Money worth;

    Chosen(long points, Money worth) {
      this.points = points;
      this.worth = worth;
    }
  }

  RedeemView(
      ShopTexts texts,
      Locale locale,
      Optional<RedemptionOffer> offer,
      Chosen chosen,
      String notice,
      String back) {
    this.texts = texts;
    this.use = new PointsUseWords(texts);
    this.locale = locale;
    this.offer = offer;
    this.chosen = chosen;
    this.notice = notice;
    this.back = back;
  }

  private boolean isOffered() {
    return offer.map(o -> o.problem != RedemptionOffer.Problem.NOT_OFFERED).orElse(false);
  }

  /** Whether there is anything to show. */
  boolean hasContent() {
    return isOffered() || isUsed() || !notice.isEmpty();
  }

  public String getLanguage() {
    return texts.language(locale);
  }

  public String getHeading() {
    return text("Heading", name());
  }

  /** What the shopper has; empty where points are not offered. */
  public String getBalance() {
    return offer
        .filter(o -> isOffered())
        .map(o -> text("Balance", number(o.balance), name()))
        .map(have -> getUse().isEmpty() ? have : have + " " + getUse())
        .orElse("");
  }

  /** What can be used now, as the page of points says it; empty when nothing can. */
  private String getUse() {
    return offer
        .filter(o -> o.use != null && o.use.state == PointsUse.State.READY)
        .map(o -> use.sentence(o.use, name(), locale))
        .orElse("");
  }

  public boolean isUsed() {
    return chosen.points > 0;
  }

  public String getUsedText() {
    return text("Used", number(chosen.points), name(), money(chosen.worth));
  }

  public String getRemove() {
    return text("Remove", name());
  }

  /** Why nothing can be used; empty when something can. */
  public String getProblem() {
    return offer
        .filter(o -> isOffered() && !o.isPossible())
        .map(
            o ->
                o.problem == RedemptionOffer.Problem.CART_TOO_SMALL
                    ? text(
                        "Problem_CART_TOO_SMALL",
                        number(o.use.least),
                        name(),
                        String.valueOf(o.maxSharePercent))
                    : use.sentence(o.use, name(), locale))
        .orElse("");
  }

  /** Whether there is a button for all that can be used. */
  public boolean isAllOffered() {
    return offer.map(o -> o.isPossible() && o.maxPoints != chosen.points).orElse(false);
  }

  public String getAll() {
    return offer.map(o -> text("All", number(o.maxPoints), name(), money(o.maxWorth))).orElse("");
  }

  /** Whether there is more than one number to choose from. */
  public boolean isAmountOffered() {
    return offer.map(o -> o.isPossible() && o.use.least < o.maxPoints).orElse(false);
  }

  public String getAmountLabel() {
    return text(isUsed() ? "Change" : "Amount", name());
  }

  public String getAmountHint() {
    return offer
        .map(o -> text("Hint", number(o.use.least), number(o.maxPoints), number(o.block)))
        .orElse("");
  }

  public String getAmountButton() {
    return text("Apply");
  }

  public long getLeast() {
    return offer.filter(o -> o.use != null).map(o -> o.use.least).orElse(0L);
  }

  public long getMost() {
    return offer.map(o -> o.maxPoints).orElse(0L);
  }

  public long getBlock() {
    return offer.map(o -> o.block).orElse(1L);
  }

  /** What the field for the number begins with. */
  public long getValue() {
    return isUsed() ? chosen.points : getMost();
  }

  /** Where the forms go. */
  public String getAction() {
    return RedeemMapping.actionOn(back);
  }

  private String name() {
    String own = offer.map(o -> o.pointsName).orElse("");
    return own.isEmpty() ? text("Name") : own;
  }

  private String number(long points) {
    return NumberFormat.getIntegerInstance(locale).format(points);
  }

  private String money(Money amount) {
    return amount.format(locale);
  }

  private String text(String key, Object... values) {
    return texts.get(KEY + key, locale, values);
  }
}
