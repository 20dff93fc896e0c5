package org.postpurchase.site;

import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafcommerce.common.web.expression.BroadleafVariableExpression;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.web.core.CustomerState;
import org.postpurchase.confirmation.ConfirmationView;
import org.postpurchase.confirmation.ShowConfirmation;
import org.postpurchase.site.consent.ConsentView;
import org.postpurchase.site.consent.ShowConsent;
import org.postpurchase.site.points.ClaimView;
import org.postpurchase.site.points.OfferClaim;
import org.postpurchase.site.points.PointsView;
import org.postpurchase.site.points.ShowPointsToShopper;
import org.postpurchase.site.redeem.PointsPaid;
import org.postpurchase.site.redeem.RedeemView;
import org.postpurchase.site.redeem.ShowRedemption;
import org.postpurchase.site.reward.CodeNotice;
import org.postpurchase.site.reward.ShowCodeNotices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * {@code #postpurchase} in the store's page templates.
 *
 * <p>Never throws: whatever goes wrong here, the store's page is rendered without our part and the
 * reason is in the log. Changes nothing.
 */
public final class PostPurchaseExpression implements BroadleafVariableExpression {
  private static final Logger LOG = LoggerFactory.getLogger(PostPurchaseExpression.class);

  private final ShowConfirmation confirmation;
  private final ShowConsent consent;
  private final ShowCodeNotices codes;
  private final ShowPointsToShopper points;
  private final OfferClaim claims;
  private final ShowRedemption redemption;

  public PostPurchaseExpression(
      ShowConfirmation confirmation,
      ShowConsent consent,
      ShowCodeNotices codes,
      ShowPointsToShopper points,
      OfferClaim claims,
      ShowRedemption redemption) {
    this.confirmation = confirmation;
    this.consent = consent;
    this.codes = codes;
    this.points = points;
    this.claims = claims;
    this.redemption = redemption;
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
    try {
      Customer viewer = CustomerState.getCustomer();
      if (!(order instanceof Order) || viewer == null || viewer.getId() == null) {
        return null;
      }
      return confirmation.forOrder(((Order) order).getId(), viewer.getId()).orElse(null);
    } catch (Throwable failure) { // the page comes first
      LOG.error("the confirmation block was left out of the page", failure);
      return null;
    }
  }

  /**
   * The question whether the buyer wants advertising, or null when there is nothing to ask: no
   * cart, or no series that is switched on sends any.
   *
   * @param cart the host's cart, as every page has it
   */
  public ConsentView consent(Object cart) {
    try {
      return consent.about(cart, LocaleContextHolder.getLocale()).orElse(null);
    } catch (Throwable failure) { // the page comes first
      LOG.error("the question for consent was left out of the page", failure);
      return null;
    }
  }

  /**
   * What there is to say about reward codes in the cart that this buyer may not use; empty when
   * there is nothing.
   *
   * @param cart the host's cart, as every page has it
   */
  public List<CodeNotice> codes(Object cart) {
    try {
      return codes.about(cart, LocaleContextHolder.getLocale());
    } catch (Throwable failure) { // the page comes first
      LOG.error("the notices about codes were left out of the page", failure);
      return Collections.emptyList();
    }
  }

  /**
   * The points of the customer who is signed in, or null when nobody is or there is no programme.
   *
   * @param before number of a movement as text, to show older ones than; null for the newest
   */
  public PointsView points(Object before) {
    try {
      Customer viewer = CustomerState.getCustomer();
      if (viewer == null || viewer.getId() == null || !viewer.isRegistered()) {
        return null;
      }
      String text = String.valueOf(before);
      long number = text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
      return points
          .account(viewer.getId(), currency(), LocaleContextHolder.getLocale(), number)
          .orElse(null);
    } catch (Throwable failure) { // the page comes first
      LOG.error("the points were left out of the page", failure);
      return null;
    }
  }

  /**
   * What the order on the page earns, as a sentence, or null when it earns nothing or is somebody
   * else's. The same at every refresh, booked or not.
   *
   * @param order the host's order, as its confirmation controller puts it into the page
   */
  public String orderPoints(Object order) {
    try {
      Customer viewer = CustomerState.getCustomer();
      if (!(order instanceof Order) || viewer == null || viewer.getId() == null) {
        return null;
      }
      return points
          .order(((Order) order).getId(), viewer.getId(), LocaleContextHolder.getLocale())
          .orElse(null);
    } catch (Throwable failure) { // the page comes first
      LOG.error("the points of the order were left out of the page", failure);
      return null;
    }
  }

  /**
   * Where a guest can take the points of the order on the page into an account, or null when there
   * is nothing to take or it is somebody else's.
   *
   * @param order the host's order, as its confirmation controller puts it into the page
   */
  public String claimLink(Object order) {
    try {
      Customer viewer = CustomerState.getCustomer();
      if (!(order instanceof Order) || viewer == null || viewer.getId() == null) {
        return null;
      }
      return claims.link(((Order) order).getId(), viewer.getId()).orElse(null);
    } catch (Throwable failure) { // the page comes first
      LOG.error("the way to the points of an order was left out of the page", failure);
      return null;
    }
  }

  /**
   * Points that wait behind a link, for the customer who is signed in; null when there are none.
   *
   * @param token as it came with the request; null for none
   */
  public ClaimView claim(Object token) {
    try {
      Customer viewer = CustomerState.getCustomer();
      if (token == null || viewer == null || !viewer.isRegistered()) {
        return null;
      }
      return claims.of(String.valueOf(token), LocaleContextHolder.getLocale()).orElse(null);
    } catch (Throwable failure) { // the page comes first
      LOG.error("the points behind a link were left out of the page", failure);
      return null;
    }
  }

  /**
   * What the cart earns, as a sentence, or null when it earns nothing.
   *
   * @param cart the host's cart, as every page has it
   */
  public String cartPoints(Object cart) {
    try {
      Customer viewer = CustomerState.getCustomer();
      Order order = Carts.open(cart).orElse(null);
      if (order == null || viewer == null || viewer.getId() == null) {
        return null;
      }
      return points
          .cart(order.getId(), viewer.getId(), LocaleContextHolder.getLocale())
          .orElse(null);
    } catch (Throwable failure) { // the page comes first
      LOG.error("the points of the cart were left out of the page", failure);
      return null;
    }
  }

  /** One of our own sentences; nothing to do with whoever reads it. */
  public String text(String key) {
    return points.text(key, LocaleContextHolder.getLocale());
  }

  /** Tag of the language that our sentences come in. */
  public String language() {
    return points.language(LocaleContextHolder.getLocale());
  }

  private static Currency currency() {
    BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
    return context != null && context.getBroadleafCurrency() != null
        ? Currency.getInstance(context.getBroadleafCurrency().getCurrencyCode())
        : Money.defaultCurrency();
  }

  /**
   * What a signed-in shopper can pay with points, or null when there is nothing to show.
   *
   * @param cart the host's cart, as every page has it
   */
  public RedeemView redemption(Object cart) {
    try {
      return redemption.about(cart, LocaleContextHolder.getLocale()).orElse(null);
    } catch (Throwable failure) { // the page comes first
      LOG.error("paying with points was left out of the page", failure);
      return null;
    }
  }

  /**
   * What points pay of a cart or an order, and what is left to pay; null when they pay nothing.
   *
   * @param order the host's cart or order
   */
  public PointsPaid pointsPaid(Object order) {
    try {
      return redemption.paid(order, LocaleContextHolder.getLocale()).orElse(null);
    } catch (Throwable failure) { // the page comes first
      LOG.error("what was paid in points was left out of the page", failure);
      return null;
    }
  }
}
