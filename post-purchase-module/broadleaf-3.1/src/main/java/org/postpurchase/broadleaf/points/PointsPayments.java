package org.postpurchase.broadleaf.points;

import java.util.Optional;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.common.payment.PaymentTransactionType;
import org.broadleafcommerce.common.payment.PaymentType;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.core.payment.domain.OrderPayment;
import org.broadleafcommerce.core.payment.domain.PaymentTransaction;
import org.broadleafcommerce.core.payment.service.OrderPaymentService;
import org.broadleafcommerce.core.pricing.service.exception.PricingException;
import org.postpurchase.broadleaf.order.HookFailureLog;
import org.postpurchase.broadleaf.points.PointsReservations.Quote;
import org.postpurchase.loyalty.RedemptionOffer;

/**
 * Points on a cart, for code of the store (bean {@code ppPointsPayments}). A cart has at most one
 * points payment; the host's pricing keeps it within what may be used, and never makes it larger
 * than the shopper has asked for: a number, or as many as can be used at each pricing.
 */
public final class PointsPayments {
  /** As many as can be used. */
  public static final long ALL = Long.MAX_VALUE;

  private final HookFailureLog failures =
      new HookFailureLog(
          PointsPayments.class,
          "put the points payment of a failed checkout back",
          "The points themselves can be used again; the shopper has to choose them anew.");

  private final OrderService orders;
  private final OrderPaymentService payments;
  private final PointsReservations reservations;
  private final PointsNotices notices;

  public PointsPayments(
      OrderService orders,
      OrderPaymentService payments,
      PointsReservations reservations,
      PointsNotices notices) {
    this.orders = orders;
    this.payments = payments;
    this.reservations = reservations;
    this.notices = notices;
  }

  /**
   * What points could pay for the order; empty for guests, for orders in no currency, and when we
   * cannot tell. Changes nothing and never throws.
   */
  public Optional<RedemptionOffer> offerFor(Order order) {
    return reservations.offer(order);
  }

  /** How many points the order is to be paid, or was paid, with. */
  public long pointsOf(Order order) {
    return PointsPayment.of(order).map(PointsPayment::points).orElse(0L);
  }

  /** What they pay; empty when the order has no points payment. */
  public Optional<Money> amountOf(Order order) {
    return PointsPayment.of(order).map(ours -> ours.payment.getAmount());
  }

  /**
   * Pays for the cart with points: as many of the wanted ones as can be used, in whole blocks;
   * without any when none can. Replaces what was chosen before, and prices the cart.
   *
   * @param wanted how many, or {@link #ALL}
   * @return the cart as saved
   * @throws IllegalArgumentException when the order is no cart any more
   */
  public Order use(Order cart, long wanted) throws PricingException {
    requireOpen(cart);
    notices.forget();
    Quote quote = reservations.quote(cart, Math.max(0, wanted)).orElse(null);
    if (quote == null) {
      notices.tell(cart, PointsProblem.UNAVAILABLE);
      return cart;
    }
    if (quote.points == 0) {
      Order without = remove(cart);
      notices.tell(cart, PointsProblem.UNFIT);
      return without;
    }
    PointsReference reference =
        PointsReference.of(wanted == ALL, quote.points, PointsReservations.owner(cart).orElse(0L));
    Money amount = OrderMoney.host(quote.worth);
    PointsPayment known = PointsPayment.of(cart).orElse(null);
    if (known != null && known.isUntouched()) {
      known.resize(reference, amount);
    } else {
      PointsPayment.allOf(cart).forEach(PointsPayment::drop);
      add(cart, reference, amount);
    }
    return orders.save(cart, true);
  }

  /** Pays without points again, and prices the cart. Needs nothing of ours to work. */
  public Order remove(Order cart) throws PricingException {
    requireOpen(cart);
    notices.forget();
    if (PointsPayment.allOf(cart).isEmpty()) {
      return cart;
    }
    PointsPayment.allOf(cart).forEach(PointsPayment::drop);
    return orders.save(cart, true);
  }

  private static void requireOpen(Order cart) {
    if (cart.getId() == null || !OrderStatus.IN_PROCESS.equals(cart.getStatus())) {
      throw new IllegalArgumentException("The order " + cart.getId() + " is no cart any more.");
    }
  }

  private void add(Order cart, PointsReference reference, Money amount) {
    OrderPayment payment = payments.create();
    payment.setType(PaymentType.CUSTOMER_CREDIT);
    payment.setPaymentGatewayType(PointsGatewayType.LOYALTY_POINTS);
    payment.setReferenceNumber(reference.toString());
    payment.setOrder(cart);
    payment.setAmount(amount);
    PaymentTransaction transaction = payments.createTransaction();
    transaction.setType(PaymentTransactionType.UNCONFIRMED);
    transaction.setOrderPayment(payment);
    transaction.setAmount(amount);
    transaction.setRawResponse("to be confirmed at checkout");
    payment.addTransaction(transaction);
    cart.getPayments().add(payment);
  }

  /**
   * After a failed checkout: the cart is to be paid with the same points once more. The host has
   * archived the payment, or has noted on it that it was refused; neither can be tried again.
   */
  void putBack(Order cart, PointsReference reference, Money amount) {
    try {
      PointsPayment left = PointsPayment.of(cart).orElse(null);
      if (left == null || !left.isUntouched()) {
        PointsPayment.allOf(cart).forEach(PointsPayment::drop);
        add(cart, reference.again(), amount);
        orders.save(cart, left != null); // refused: what can still be used is found by pricing
      }
    } catch (Throwable failure) { // would keep the host from undoing the rest of the checkout
      failures.log(failure);
    }
  }
}
