package org.postpurchase.site;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.broadleafcommerce.common.web.expression.BroadleafVariableExpression;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.postpurchase.confirmation.ConfirmationView;
import org.postpurchase.confirmation.ShowConfirmation;
import org.postpurchase.site.catalogue.RewardsView;
import org.postpurchase.site.catalogue.ShowRewards;
import org.postpurchase.site.consent.ConsentView;
import org.postpurchase.site.consent.ShowConsent;
import org.postpurchase.site.points.ClaimToken;
import org.postpurchase.site.points.ClaimView;
import org.postpurchase.site.points.OfferClaim;
import org.postpurchase.site.points.PointsView;
import org.postpurchase.site.points.ShowPointsToShopper;
import org.postpurchase.site.redeem.PointsPaid;
import org.postpurchase.site.redeem.RedeemView;
import org.postpurchase.site.redeem.ShowRedemption;
import org.postpurchase.site.reward.CodeNotice;
import org.postpurchase.site.reward.OfferedCode;
import org.postpurchase.site.reward.ShowCodeNotices;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * {@code #postpurchase} in the store's page templates.
 *
 * <p>Never throws: whatever goes wrong here, the store's page is rendered without our part and the
 * reason is in the log. Changes nothing.
 */
final class PostPurchaseExpression implements BroadleafVariableExpression {
  private final ShowConfirmation confirmation;
  private final ShowConsent consent;
  private final ShowCodeNotices codes;
  private final ShowPointsToShopper points;
  private final OfferClaim claims;
  private final ShowRedemption redemption;
  private final ShowRewards rewards;
  private final OfferedCode offered;

  public PostPurchaseExpression(
      ShowConfirmation confirmation,
      ShowConsent consent,
      ShowCodeNotices codes,
      ShowPointsToShopper points,
      OfferClaim claims,
      ShowRedemption redemption,
      ShowRewards rewards,
      OfferedCode offered) {
    this.confirmation = confirmation;
    this.consent = consent;
    this.codes = codes;
    this.points = points;
    this.claims = claims;
    this.redemption = redemption;
    this.rewards = rewards;
    this.offered = offered;
  }

  @Override
  public String getName() {
    return "postpurchase";
  }

  /**
   * The confirmation block for the order on the page, or null when there is nothing to show: no
   * placed order, another visitor's order, or the merchant has not switched the block on. The same
   * at every refresh.
   *
   * @param order the host's order, as its confirmation controller puts it into the page
   */
  public ConfirmationView confirmation(Object order) {
    return PagePart.shown(
        "the confirmation block",
        () ->
            orderId(order)
                .flatMap(o -> Visitor.current().flatMap(v -> confirmation.forOrder(o, v.getId()))));
  }

  /**
   * The question whether the buyer wants advertising, or null when there is nothing to ask: no
   * cart, or no series that is switched on sends any.
   *
   * @param cart the host's cart, as every page has it
   */
  public ConsentView consent(Object cart) {
    return PagePart.shown(
        "the question for consent", () -> consent.about(cart, LocaleContextHolder.getLocale()));
  }

  /**
   * What there is to say about reward codes in the cart that this buyer may not use, and about
   * those that a checkout of this session has taken off the cart or the order; empty when there is
   * nothing.
   *
   * @param cart the host's cart, as every page has it, or the order of a confirmation page
   */
  public List<CodeNotice> codes(Object cart) {
    List<CodeNotice> notices =
        PagePart.shown(
            "the notices about codes",
            () -> Optional.of(codes.about(cart, LocaleContextHolder.getLocale())));
    return notices == null ? Collections.emptyList() : notices;
  }

  /**
   * A code that a mail's link has brought into this session and the cart does not have yet, or
   * null.
   *
   * @param cart the host's cart, as every page has it
   * @param linked as it came with the request; null for none
   */
  public OfferedCode.View offeredCode(Object cart, Object linked) {
    return PagePart.shown(
        "the code of a link", () -> offered.in(cart, linked, LocaleContextHolder.getLocale()));
  }

  /**
   * The points of the customer who is signed in, or null when nobody is or there is no programme.
   *
   * @param before number of a movement as text, to show older ones than; null for the newest
   */
  public PointsView points(Object before) {
    String text = String.valueOf(before);
    long number = text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    return PagePart.shown(
        "the points",
        () ->
            Visitor.registered()
                .flatMap(
                    v ->
                        points.account(
                            v.getId(),
                            ShopCurrency.ofRequest(),
                            LocaleContextHolder.getLocale(),
                            number)));
  }

  /**
   * The rewards of the customer who is signed in, and his codes, or null when nobody is, there is
   * no programme or nothing to show.
   *
   * @param got as it came with the request: what the last press of a button brought; null for none
   * @param not why it brought nothing; null for none
   */
  public RewardsView rewards(Object got, Object not) {
    return PagePart.shown(
        "the rewards",
        () ->
            Visitor.signedIn()
                .flatMap(
                    v ->
                        rewards.of(
                            v.getId(),
                            String.valueOf(got),
                            String.valueOf(not),
                            LocaleContextHolder.getLocale())));
  }

  /**
   * What the order on the page earns, as a sentence, or null when it earns nothing or is somebody
   * else's. The same at every refresh, booked or not.
   *
   * @param order the host's order, as its confirmation controller puts it into the page
   */
  public String orderPoints(Object order) {
    return PagePart.shown(
        "the points of the order",
        () ->
            orderId(order)
                .flatMap(
                    o ->
                        Visitor.current()
                            .flatMap(
                                v -> points.order(o, v.getId(), LocaleContextHolder.getLocale()))));
  }

  /**
   * Where a guest can take the points of the order on the page into an account, or null when there
   * is nothing to take or it is somebody else's.
   *
   * @param order the host's order, as its confirmation controller puts it into the page
   */
  public String claimLink(Object order) {
    return PagePart.shown(
        "the way to the points of an order",
        () ->
            orderId(order).flatMap(o -> Visitor.current().flatMap(v -> claims.link(o, v.getId()))));
  }

  /**
   * Points that wait behind a link, for the customer who is signed in; null when there are none.
   *
   * @param token as it came with the request; null for none, which is then looked for in the page
   *     that this visitor was on the way to before signing in or registering
   */
  public ClaimView claim(Object token) {
    return PagePart.shown(
        "the points behind a link",
        () ->
            ClaimToken.of(token)
                .filter(t -> Visitor.registered().isPresent())
                .flatMap(t -> claims.of(t, LocaleContextHolder.getLocale())));
  }

  /**
   * What the cart earns, as a sentence, or null when it earns nothing.
   *
   * @param cart the host's cart, as every page has it
   */
  public String cartPoints(Object cart) {
    return PagePart.shown(
        "the points of the cart",
        () ->
            Carts.open(cart)
                .flatMap(
                    order ->
                        Visitor.current()
                            .flatMap(
                                v ->
                                    points.cart(
                                        order.getId(),
                                        v.getId(),
                                        LocaleContextHolder.getLocale()))));
  }

  /**
   * What one piece of a product earns, in a few words, or null when it earns nothing.
   *
   * @param product the host's product, as its pages and lists have it
   */
  public String productPoints(Object product) {
    return PagePart.shown(
        "the points of a product",
        () ->
            product instanceof Product
                ? points.product(
                    (Product) product,
                    Visitor.registered().map(Customer::getId).orElse(0L),
                    LocaleContextHolder.getLocale())
                : Optional.empty());
  }

  /** One of our own sentences; nothing to do with whoever reads it. */
  public String text(String key) {
    return points.text(key, LocaleContextHolder.getLocale());
  }

  /** Tag of the language that our sentences come in. */
  public String language() {
    return points.language(LocaleContextHolder.getLocale());
  }

  /**
   * What a signed-in shopper can pay with points, or null when there is nothing to show.
   *
   * @param cart the host's cart, as every page has it
   */
  public RedeemView redemption(Object cart) {
    return PagePart.shown(
        "paying with points", () -> redemption.about(cart, LocaleContextHolder.getLocale()));
  }

  /**
   * What points pay of a cart or an order, and what is left to pay; null when they pay nothing.
   *
   * @param order the host's cart or order
   */
  public PointsPaid pointsPaid(Object order) {
    return PagePart.shown(
        "what was paid in points", () -> redemption.paid(order, LocaleContextHolder.getLocale()));
  }

  /** Number of the order on the page, if that is one. */
  private static Optional<Long> orderId(Object order) {
    return order instanceof Order ? Optional.of(((Order) order).getId()) : Optional.empty();
  }
}
