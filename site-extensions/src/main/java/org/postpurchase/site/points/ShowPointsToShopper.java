package org.postpurchase.site.points;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.postpurchase.broadleaf.order.ImaginedSale;
import org.postpurchase.broadleaf.order.OrderTitles;
import org.postpurchase.catalogue.ShowCatalogue;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.PointsPosting;
import org.postpurchase.loyalty.OrderPoints;
import org.postpurchase.loyalty.PointsAtAGlance;
import org.postpurchase.loyalty.ShowPoints;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.Shop;
import org.postpurchase.site.OncePerRequest;
import org.postpurchase.site.PointsUseWords;
import org.postpurchase.site.ShopTexts;

/** Puts a customer's points, and those of an order, into words. */
public final class ShowPointsToShopper {
  private static final int PAGE = 40;
  private static final String SALES = "org.postpurchase.sales";
  private final ShowPoints points;
  private final PointsRows rows;
  private final PointsUseWords use;
  private final PointsWords words;
  private final WaysToEarn ways;

  public ShowPointsToShopper(
      ShowPoints points, ShowCatalogue catalogue, OrderTitles orders, ShopTexts texts, Shop shop) {
    this.points = points;
    this.words = new PointsWords(texts, () -> shop.zone, points::causeOf);
    this.rows = new PointsRows(catalogue, orders, words);
    this.use = new PointsUseWords(texts);
    this.ways = new WaysToEarn(points, words);
  }

  /**
   * Empty while there is no programme.
   *
   * @param before number of a movement to show older ones than; 0 for the newest
   */
  public Optional<PointsView> account(
      long customerId, Currency currency, Locale locale, long before) {
    return points
        .ofCustomer(customerId, currency, PAGE + 1, before)
        .map(glance -> view(glance, currency, locale));
  }

  private PointsView view(PointsAtAGlance glance, Currency currency, Locale locale) {
    Map<Long, String> orders = rows.titles(glance, locale);
    boolean hasOlder = glance.history.size() > PAGE;
    List<PointsPosting> shown = hasOlder ? glance.history.subList(0, PAGE) : glance.history;
    long older = hasOlder ? shown.get(PAGE - 1).postingNo : 0;
    return new PointsView(
        head(glance, locale),
        rows.pending(glance.lots, orders, locale),
        rows.usable(glance.lots, orders, locale),
        rows.history(shown, orders, locale),
        ways.all(currency, locale),
        older);
  }

  private String[] head(PointsAtAGlance glance, Locale locale) {
    String name = glance.programme.pointsName;
    String onTheWay = onTheWay(glance, locale);
    boolean onlyPending = glance.balance.usable == 0 && !onTheWay.isEmpty();
    return new String[] {
      words.language(locale),
      LocalText.in(glance.programme.name, locale),
      onlyPending
          ? onTheWay
          : words.text("Balance", locale, PointsWords.number(glance.balance.usable, locale), name),
      use.sentence(glance.use, name, locale),
      expiry(glance, locale),
      words.text("Pending", locale),
      words.text("Usable", locale),
      words.text("History", locale),
      words.text("Ways", locale, name),
      words.text("Empty", locale, name),
      words.text("Older", locale),
      onlyPending ? firstUsable(glance, locale) : onTheWay
    };
  }

  private String onTheWay(PointsAtAGlance glance, Locale locale) {
    return glance.balance.pending == 0
        ? ""
        : words.text(
            "OnTheWay",
            locale,
            PointsWords.number(glance.balance.pending, locale),
            glance.programme.pointsName);
  }

  private String firstUsable(PointsAtAGlance glance, Locale locale) {
    return glance.lots.stream()
        .filter(lot -> lot.pending() > 0 && lot.maturesAt() != null)
        .map(PointsLot::maturesAt)
        .min(Instant::compareTo)
        .map(first -> words.text("FirstUsable", locale, words.day(first, locale)))
        .orElse("");
  }

  private String expiry(PointsAtAGlance glance, Locale locale) {
    return glance.balance.expiringAt == null
        ? ""
        : words.text(
            "ExpiringNext",
            locale,
            PointsWords.number(glance.balance.expiringNext, locale),
            glance.programme.pointsName,
            words.lastDay(glance.balance.expiringAt, locale));
  }

  /** What an order earns and when it can be used, as one sentence; empty when it earns nothing. */
  public Optional<String> order(long orderId, long viewerCustomerId, Locale locale) {
    return points.ofOrder(orderId, viewerCustomerId).map(earned -> sentence(earned, locale));
  }

  private String sentence(OrderPoints earned, Locale locale) {
    String points = PointsWords.number(earned.points, locale);
    return earned.usableAt == null
        ? words.text("OrderEarns", locale, points, earned.pointsName)
        : words.text(
            "OrderEarnsUntil",
            locale,
            points,
            earned.pointsName,
            words.day(earned.usableAt, locale));
  }

  /** What a cart earns, without a date; empty when it earns nothing. */
  public Optional<String> cart(long cartId, long viewerCustomerId, Locale locale) {
    return points
        .ofOrder(cartId, viewerCustomerId)
        .map(
            earned ->
                words.text(
                    "CartEarns",
                    locale,
                    PointsWords.number(earned.points, locale),
                    earned.pointsName));
  }

  /**
   * What one piece of a product earns the viewer, in a few words; empty when it earns nothing.
   * Programme and rules are read once for each page.
   *
   * @param viewerCustomerId zero for somebody who is not signed in
   */
  public Optional<String> product(Product product, long viewerCustomerId, Locale locale) {
    return OncePerRequest.of(SALES, () -> points.sales(viewerCustomerId))
        .flatMap(sales -> ImaginedSale.of(product).map(sales::of))
        .filter(earned -> earned.points > 0)
        .map(
            earned ->
                words.text(
                    "ProductEarns",
                    locale,
                    PointsWords.number(earned.points, locale),
                    earned.pointsName));
  }

  /** The text of a key in that language. */
  public String text(String key, Locale locale) {
    return words.plain(key, locale);
  }

  /** Tag of the language that the texts come in. */
  public String language(Locale locale) {
    return words.language(locale);
  }
}
