package org.postpurchase.site.points;

import java.util.Collections;
import java.util.List;

/** A customer's points in words. Getters because page templates read beans. */
public final class PointsView {
  final String[] words;
  private final List<PointsRow> pending;
  private final List<PointsRow> usable;
  private final List<PointsRow> history;
  private final List<PointsRow> ways;
  private final long olderBefore;

  /**
   * @param words language, title, balance, worth, expiry, pending heading, usable heading, history
   *     heading, ways heading, empty text, older link
   */
  PointsView(
      String[] words,
      List<PointsRow> pending,
      List<PointsRow> usable,
      List<PointsRow> history,
      List<PointsRow> ways,
      long olderBefore) {
    this.words = words.clone();
    this.pending = Collections.unmodifiableList(pending);
    this.usable = Collections.unmodifiableList(usable);
    this.history = Collections.unmodifiableList(history);
    this.ways = Collections.unmodifiableList(ways);
    this.olderBefore = olderBefore;
  }

  public String getLanguage() {
    return words[0];
  }

  public String getTitle() {
    return words[1];
  }

  public String getBalance() {
    return words[2];
  }

  /** What the balance pays; empty when points pay nothing here. */
  public String getWorth() {
    return words[3];
  }

  /** What expires next; empty when nothing does. */
  public String getExpiry() {
    return words[4];
  }

  public String getPendingHeading() {
    return words[5];
  }

  public String getUsableHeading() {
    return words[6];
  }

  public String getHistoryHeading() {
    return words[7];
  }

  public String getWaysHeading() {
    return words[8];
  }

  public String getEmpty() {
    return words[9];
  }

  public String getOlder() {
    return words[10];
  }

  public List<PointsRow> getPending() {
    return pending;
  }

  public List<PointsRow> getUsable() {
    return usable;
  }

  public List<PointsRow> getHistory() {
    return history;
  }

  public List<PointsRow> getWays() {
    return ways;
  }

  /** Number to ask for older movements with; 0 when there are none. */
  public long getOlderBefore() {
    return olderBefore;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.loyalty.RedemptionOffer;
import org.postpurchase.shared.Money;
import org.postpurchase.site.ShopTexts;

/** Everything that the template shows, in one language. Changes nothing. */
public final class PointsView {
  private static final String KEY = "PostPurchase_Points_";

  private final ShopTexts texts;
  private final Locale locale;
  private final Optional<RedemptionOffer> offer;
  private final Chosen chosen;
  private final String notice;
  private final String back;

  /** What the cart is to be paid with so far; zero for nothing. */
  static final class Chosen {
    final long points;
    final Money worth;

    Chosen(long points, Money worth) {
      this.points = points;
      this.worth = worth;
    }
  }

  PointsView(
      ShopTexts texts,
      Locale locale,
      Optional<RedemptionOffer> offer,
      Chosen chosen,
      String notice,
      String back) {
    this.texts = texts;
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

  /** What became of the points without the shopper having asked for it; empty for nothing. */
  public String getNotice() {
    return notice;
  }

  /** What the shopper has; empty where points are not offered. */
  public String getBalance() {
    return offer
        .filter(o -> isOffered())
        .map(o -> text("Balance", number(o.balance), name(), money(o.balanceWorth)))
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
                text(
                    "Problem_" + o.problem.name(),
                    number(least(o)),
                    name(),
                    String.valueOf(o.maxSharePercent)))
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
    return offer.map(o -> o.isPossible() && least(o) < o.maxPoints).orElse(false);
  }

  public String getAmountLabel() {
    return text(isUsed() ? "Change" : "Amount", name());
  }

  public String getAmountHint() {
    return offer
        .map(o -> text("Hint", number(least(o)), number(o.maxPoints), number(o.block)))
        .orElse("");
  }

  public String getAmountButton() {
    return text("Apply");
  }

  public long getLeast() {
    return offer.map(PointsView::least).orElse(0L);
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

  /** Where the forms lead back to. */
  public String getBack() {
    return back;
  }

  /** The first whole block that reaches the least. */
  private static long least(RedemptionOffer offer) {
    long blocks = (Math.max(offer.minimum, 1) + offer.block - 1) / offer.block;
    return blocks * offer.block;
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
