package org.postpurchase.site.points;

import java.util.Locale;
import java.util.Optional;
import org.postpurchase.loyalty.ClaimLinks;
import org.postpurchase.loyalty.ClaimPoints;
import org.postpurchase.loyalty.OrderPoints;
import org.postpurchase.loyalty.ShowPoints;
import org.postpurchase.site.ShopTexts;
import org.postpurchase.tracking.LinkRefusedException;

/** Shows a guest the way to the points of an order, and whoever comes that way what waits there. */
public final class OfferClaim {
  private static final String KEY = "PostPurchase_Points_";
  private final ShowPoints points;
  private final ClaimPoints claims;
  private final ClaimLinks links;
  private final ShopTexts texts;
  private final String page;

  /**
   * @param page path of the store's page of points
   */
  public OfferClaim(
      ShowPoints points, ClaimPoints claims, ClaimLinks links, ShopTexts texts, String page) {
    this.points = points;
    this.claims = claims;
    this.links = links;
    this.texts = texts;
    this.page = page;
  }

  /** The link for the buyer of that order; empty unless its points wait to be claimed. */
  public Optional<String> link(long orderId, long viewerCustomerId) {
    return points
        .ofOrder(orderId, viewerCustomerId)
        .filter(earned -> earned.unclaimed)
        .map(earned -> links.of(orderId, page));
  }

  /** Path of the store's page of points. */
  String page() {
    return page;
  }

  /** What the token stands for; empty when nothing waits there or the token is no good. */
  public Optional<ClaimView> of(String token, Locale locale) {
    try {
      return points.waiting(links.read(token)).map(waiting -> view(waiting, token, locale));
    } catch (LinkRefusedException refused) {
      return Optional.empty();
    }
  }

  private ClaimView view(OrderPoints waiting, String token, Locale locale) {
    return new ClaimView(
        texts.language(locale),
        texts.get(
            KEY + "Claim_Text",
            locale,
            PointsWords.number(waiting.points, locale),
            waiting.pointsName),
        texts.get(KEY + "Claim_Button", locale),
        token);
  }

  /**
   * Takes the points into that customer's account. A token that is no good, or points that somebody
   * has claimed before, change nothing.
   *
   * @return where to go next
   */
  public String claim(String token, long customerId) {
    try {
      claims.claim(links.read(token), customerId);
    } catch (LinkRefusedException refused) {
      return page;
    }
    return page;
  }
}
