package org.postpurchase.site.points;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.postpurchase.broadleaf.order.ImaginedSale;
import org.postpurchase.catalogue.ShowCatalogue;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.PointsPosting;
import org.postpurchase.loyalty.OrderPoints;
import org.postpurchase.loyalty.PointsAtAGlance;
import org.postpurchase.loyalty.ShowPoints;
import org.postpurchase.shared.Shop;
import org.postpurchase.site.OncePerRequest;
import org.postpurchase.site.ShopTexts;

/** Puts a customer's points, and those of an order, into words. */
public final class ShowPointsToShopper {
  private static final int PAGE = 20;
  private static final String SALES = "org.postpurchase.sales";
  private final ShowPoints points;
  private final ShowCatalogue catalogue;
  private final PointsWords words;
  private final WaysToEarn ways;

  public ShowPointsToShopper(
      ShowPoints points, ShowCatalogue catalogue, ShopTexts texts, Shop shop) {
    this.points = points;
    this.catalogue = catalogue;
    this.words = new PointsWords(texts, () -> shop.zone);
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
    String name = glance.programme.pointsName;
    List<PointsRow> pending = new ArrayList<>();
    List<PointsRow> usable = new ArrayList<>();
    for (PointsLot lot : glance.lots) {
      if (lot.pending() > 0) {
        String when =
            lot.maturesAt() == null
                ? ""
                : words.text("UsableFrom", locale, words.day(lot.maturesAt(), locale));
        pending.add(row(lot.pending(), words.cause(lot, locale), when, locale));
      }
      if (lot.available() > 0) {
        String when =
            lot.expiresAt() == null
                ? words.text("NeverExpires", locale)
                : words.text("UsableUntil", locale, words.lastDay(lot.expiresAt(), locale));
        usable.add(row(lot.available(), words.cause(lot, locale), when, locale));
      }
    }
    boolean hasOlder = glance.history.size() > PAGE;
    List<PointsPosting> shown = hasOlder ? glance.history.subList(0, PAGE) : glance.history;
    long older = hasOlder ? shown.get(PAGE - 1).postingNo : 0;
    List<PointsRow> history = history(shown, locale);
    return new PointsView(
        head(glance, name, locale), pending, usable, history, ways.all(currency, locale), older);
  }

  private List<PointsRow> history(List<PointsPosting> postings, Locale locale) {
    Map<String, String> rewards =
        catalogue.namesOf(postings.stream().map(p -> p.key).collect(Collectors.toList()));
    List<PointsRow> rows = new ArrayList<>();
    for (PointsPosting posting : postings) {
      String reward = rewards.getOrDefault(posting.key, "");
      if (reward.isEmpty() || PointsWords.change(posting) != 0) {
        rows.add(movement(posting, reward, locale));
      }
    }
    return rows;
  }

  private String[] head(PointsAtAGlance glance, String name, Locale locale) {
    String expiry =
        glance.balance.expiringAt == null
            ? ""
            : words.text(
                "ExpiringNext",
                locale,
                PointsWords.number(glance.balance.expiringNext, locale),
                name,
                words.lastDay(glance.balance.expiringAt, locale));
    return new String[] {
      words.language(locale),
      glance.programme.name,
      words.text("Balance", locale, PointsWords.number(glance.balance.usable, locale), name),
      glance.worth.map(w -> words.text("Worth", locale, w.format(locale))).orElse(""),
      expiry,
      words.text("Pending", locale),
      words.text("Usable", locale),
      words.text("History", locale),
      words.text("Ways", locale, name),
      words.text("Empty", locale, name),
      words.text("Older", locale)
    };
  }

  private static PointsRow row(long points, String what, String when, Locale locale) {
    return new PointsRow(PointsWords.number(points, locale), what, when, false);
  }

  /**
   * @param reward what it paid for; empty for none
   */
  private PointsRow movement(PointsPosting posting, String reward, Locale locale) {
    long change = PointsWords.change(posting);
    return new PointsRow(
        change == 0
            ? PointsWords.number(posting.points, locale)
            : PointsWords.signed(change, locale),
        reward.isEmpty()
            ? words.movement(posting, locale)
            : words.text("Reward_" + posting.verb, locale, reward),
        words.day(posting.postedAt, locale),
        change == 0);
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
