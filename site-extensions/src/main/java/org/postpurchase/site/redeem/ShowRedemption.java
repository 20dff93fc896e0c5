package org.postpurchase.site.redeem;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafcommerce.core.order.domain.Order;
import org.postpurchase.broadleaf.points.PointsNotices;
import org.postpurchase.broadleaf.points.PointsPayments;
import org.postpurchase.broadleaf.points.PointsTexts;
import org.postpurchase.loyalty.RedemptionOffer;
import org.postpurchase.shared.Money;
import org.postpurchase.site.Carts;
import org.postpurchase.site.ShopTexts;
import org.postpurchase.site.Visitor;

/** Decides what a shopper sees about paying with points. Changes nothing. */
public final class ShowRedemption {
  private final PointsPayments payments;
  private final PointsNotices notices;
  private final PointsTexts refusals;
  private final ShopTexts texts;

  public ShowRedemption(
      PointsPayments payments, PointsNotices notices, PointsTexts refusals, ShopTexts texts) {
    this.payments = payments;
    this.notices = notices;
    this.refusals = refusals;
    this.texts = texts;
  }

  /** Whether it is this visitor who is signed in and owns the cart. */
  static boolean isOwner(Order cart) {
    return Visitor.signedIn()
        .filter(visitor -> cart.getCustomer() != null)
        .filter(visitor -> visitor.getId().equals(cart.getCustomer().getId()))
        .isPresent();
  }

  /** Empty for guests, for other people's carts and while there are no points to speak of. */
  public Optional<RedeemView> about(Object cart, Locale locale) {
    Order order = Carts.open(cart).filter(ShowRedemption::isOwner).orElse(null);
    if (order == null || order.getOrderItems().isEmpty()) {
      return Optional.empty();
    }
    Optional<RedemptionOffer> offer = payments.offerFor(order);
    String notice = notices.of(order).map(problem -> refusals.of(problem, locale)).orElse("");
    RedeemView view = new RedeemView(texts, locale, offer, chosen(order), notice, back());
    return view.hasContent() ? Optional.of(view) : Optional.empty();
  }

  private RedeemView.Chosen chosen(Order order) {
    return payments
        .amountOf(order)
        .map(
            amount ->
                new RedeemView.Chosen(
                    payments.pointsOf(order),
                    Money.of(amount.getAmount(), amount.getCurrency(), RoundingMode.HALF_UP)))
        .orElse(new RedeemView.Chosen(0, null));
  }

  /** The page that is shown, when it can be asked for once more. */
  private static String back() {
    HttpServletRequest request = BroadleafRequestContext.getBroadleafRequestContext().getRequest();
    boolean shown = request != null && "GET".equals(request.getMethod());
    return shown
        ? request.getRequestURI().substring(request.getContextPath().length())
        : RedeemHandler.CART;
  }

  /** What points pay of a cart or an order; empty when they pay nothing. */
  public Optional<PointsPaid> paid(Object order, Locale locale) {
    Optional<Order> cart = Carts.open(order);
    return (cart.isPresent() ? cart : Carts.placed(order)).flatMap(found -> paid(found, locale));
  }

  private Optional<PointsPaid> paid(Order order, Locale locale) {
    if (order.getTotal() == null) {
      return Optional.empty();
    }
    String points = NumberFormat.getIntegerInstance(locale).format(payments.pointsOf(order));
    return payments
        .amountOf(order)
        .map(
            amount ->
                new PointsPaid(
                    texts.get("PostPurchase_Redeem_Paid", locale, points),
                    texts.get("PostPurchase_Redeem_Rest", locale),
                    amount,
                    order.getTotal().subtract(amount)));
  }
}
