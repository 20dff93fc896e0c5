package org.postpurchase.broadleaf.points;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.common.payment.PaymentGatewayType;
import org.broadleafcommerce.core.checkout.service.workflow.CheckoutSeed;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.workflow.BaseActivity;
import org.broadleafcommerce.core.workflow.ModuleActivity;
import org.broadleafcommerce.core.workflow.ProcessContext;
import org.broadleafcommerce.core.workflow.state.ActivityStateManagerImpl;
import org.postpurchase.broadleaf.offer.CodeProblemTexts;
import org.postpurchase.broadleaf.offer.RefuseQuietly;
import org.postpurchase.broadleaf.order.HookFailureLog;

/**
 * Checkout, right before the host confirms the payments: begins a new attempt to pay with the
 * points of the order, or refuses the order and says why; the host would only say that a payment
 * was unsuccessful. A refused order is priced anew first, so that the shopper sees what it costs.
 *
 * <p>Where another payment has taken money already, the refusal is left to the host's own activity,
 * which then takes it back. Costs nothing for an order without points.
 */
public class ReservePointsActivity extends BaseActivity<ProcessContext<CheckoutSeed>>
    implements ModuleActivity {
  private static final int BEFORE_PAYMENTS = 2900;

  private final HookFailureLog failures =
      new HookFailureLog(
          ReservePointsActivity.class,
          "finish its part of a checkout",
          "A refusal stands; points that are held are settled later.");

  private final PointsReservations reservations;
  private final PutPointsBack putBack;
  private final OrderService orders;
  private final PointsNotices notices;
  private final PointsTexts texts;

  public ReservePointsActivity(
      PointsReservations reservations,
      PutPointsBack putBack,
      OrderService orders,
      PointsNotices notices,
      PointsTexts texts) {
    this.reservations = reservations;
    this.putBack = putBack;
    this.orders = orders;
    this.notices = notices;
    this.texts = texts;
    setOrder(BEFORE_PAYMENTS);
    setErrorHandler(new RefuseQuietly(PointsRefusedException.class, "points"));
  }

  @Override
  public String getModuleName() {
    return "post-purchase";
  }

  @Override
  public ProcessContext<CheckoutSeed> execute(ProcessContext<CheckoutSeed> context)
      throws PointsRefusedException {
    CheckoutSeed seed = context.getSeedData();
    Order order = seed.getOrder();
    PointsProblem problem = problem(context, order);
    if (problem != null) {
      tell(order, problem);
      if (!hasTakenMoney(order)) {
        String message = texts.of(problem, CodeProblemTexts.localeOf(order));
        if (problem != PointsProblem.BUSY) {
          priceAnew(seed);
        }
        throw new PointsRefusedException(message, problem, seed);
      }
    }
    return context;
  }

  private PointsProblem problem(ProcessContext<CheckoutSeed> context, Order order) {
    Optional<PointsProblem> changed = notices.sinceRequestBegan(order);
    notices.forgetRequest();
    PointsPayment payment = PointsPayment.of(order).orElse(null);
    if (changed.isPresent() || payment == null) {
      return changed.orElse(null);
    }
    payment.reference().map(payment::renew).ifPresent(attempt -> begin(context, payment, attempt));
    return reservations.reserve(order, payment).orElse(null);
  }

  private void begin(
      ProcessContext<CheckoutSeed> context, PointsPayment payment, PointsReference attempt) {
    try {
      Map<String, Object> state = new HashMap<>();
      state.put(PutPointsBack.REFERENCE, attempt);
      state.put(PutPointsBack.AMOUNT, payment.payment.getAmount());
      ActivityStateManagerImpl.getStateManager().registerState(this, context, putBack, state);
    } catch (Throwable failure) { // settled later, like those of a node that died
      failures.log(failure);
    }
  }

  private void tell(Order order, PointsProblem problem) {
    try {
      notices.tell(order, problem);
    } catch (Throwable failure) { // the exception says it too
      failures.log(failure);
    }
  }

  /** Whether money was taken that only the host's own activity would give back. */
  private static boolean hasTakenMoney(Order order) {
    return order.getPayments().stream()
        .anyMatch(
            payment ->
                payment.isActive()
                    && payment.isConfirmed()
                    && !PaymentGatewayType.PASSTHROUGH.equals(payment.getGatewayType()));
  }

  private void priceAnew(CheckoutSeed seed) {
    try {
      seed.setOrder(orders.save(seed.getOrder(), true));
      notices.forgetRequest();
    } catch (Throwable failure) { // the old total is shown; refused it is all the same
      failures.log(failure);
    }
  }
}
