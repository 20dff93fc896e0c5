package org.postpurchase.broadleaf.points;

import java.util.List;
import java.util.Optional;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.workflow.BaseActivity;
import org.broadleafcommerce.core.workflow.ModuleActivity;
import org.broadleafcommerce.core.workflow.ProcessContext;
import org.postpurchase.broadleaf.order.HookFailureLog;
import org.postpurchase.broadleaf.order.OrderMapper;
import org.postpurchase.broadleaf.points.PointsReservations.Quote;
import org.springframework.beans.factory.ObjectFactory;

/**
 * Pricing, after the total and before the host sizes the last payment to the rest: keeps the points
 * payment within what may be used. The host itself would let it exceed the total.
 *
 * <p>Makes it larger only where the shopper wants to use all points. Costs nothing for an order
 * without points, never fails the pricing, and leaves the payment alone when we cannot tell: the
 * checkout asks once more.
 */
public class ClampPointsActivity extends BaseActivity<ProcessContext<Order>>
    implements ModuleActivity {
  private static final int AFTER_TOTAL = 8500;

  private final HookFailureLog failures =
      new HookFailureLog(
          ClampPointsActivity.class,
          "fit the points payment of an order",
          "The order keeps it as it was; the checkout asks once more.");

  private final ObjectFactory<PointsReservations> reservations;
  private final PointsNotices notices;

  /**
   * @param reservations asked for when first needed, because our beans need the host's that price
   */
  public ClampPointsActivity(
      ObjectFactory<PointsReservations> reservations, PointsNotices notices) {
    this.reservations = reservations;
    this.notices = notices;
    setOrder(AFTER_TOTAL);
  }

  @Override
  public String getModuleName() {
    return "post-purchase";
  }

  @Override
  public ProcessContext<Order> execute(ProcessContext<Order> context) {
    try {
      Order order = context.getSeedData();
      List<PointsPayment> ours = PointsPayment.allOf(order);
      if (!ours.isEmpty() && ours.stream().noneMatch(PointsPayment::isConfirmed)) {
        fit(order, ours.get(0));
        ours.stream().skip(1).forEach(PointsPayment::drop);
      }
    } catch (Throwable failure) { // never into the host's pricing
      failures.log(failure);
    }
    return context;
  }

  private void fit(Order order, PointsPayment payment) {
    PointsReference reference = payment.reference().orElse(null);
    if (reference == null
        || !PointsReservations.owner(order).equals(Optional.of(reference.customerId))) {
      payment.drop(); // somebody else's cart by now
      return;
    }
    Quote quote = reservations.getObject().quote(order, wanted(reference)).orElse(null);
    if (quote == null) {
      return;
    }
    if (quote.points == 0) {
      payment.drop();
      notices.changed(order, PointsProblem.GONE);
    } else if (quote.points != reference.points || differs(payment, quote)) {
      payment.resize(
          PointsReference.of(reference.all, quote.points, reference.customerId),
          OrderMoney.host(quote.worth));
      if (!reference.all || quote.points < reference.points) {
        notices.changed(order, PointsProblem.CHANGED);
      }
    }
  }

  private static long wanted(PointsReference reference) {
    return reference.all ? PointsPayments.ALL : reference.points;
  }

  private static boolean differs(PointsPayment payment, Quote quote) {
    return OrderMapper.money(payment.payment.getAmount(), quote.worth.currency()).amountMinor()
        != quote.worth.amountMinor();
  }
}
