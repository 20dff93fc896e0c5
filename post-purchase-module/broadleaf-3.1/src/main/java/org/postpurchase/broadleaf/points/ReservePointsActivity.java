package org.postpurchase.broadleaf.points;

import java.util.HashMap;
import java.util.Map;
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
    PointsProblem changed = notices.sinceRequestBegan(seed.getOrder()).orElse(null);
    notices.forgetRequest();
    if (changed != null) {
      throw refusal(seed, changed);
    }
    PointsPayment payment = PointsPayment.of(seed.getOrder()).orElse(null);
    if (payment != null) {
      begin(context, payment);
    }
    return context;
  }

  private void begin(ProcessContext<CheckoutSeed> context, PointsPayment payment)
      throws PointsRefusedException {
    CheckoutSeed seed = context.getSeedData();
    PointsReference attempt = payment.reference().map(payment::renew).orElse(null);
    PointsProblem problem = reservations.reserve(seed.getOrder(), payment).orElse(null);
    if (problem != null && !hasTakenMoney(seed.getOrder())) {
      throw refusal(seed, problem);
    }
    if (problem != null) {
      tell(seed.getOrder(), problem);
    }
    undoOnFailure(context, payment, attempt);
  }

  private void undoOnFailure(
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

  private PointsRefusedException refusal(CheckoutSeed seed, PointsProblem problem) {
    PointsProblem told = problem;
    if (problem != PointsProblem.BUSY && problem != PointsProblem.UNAVAILABLE) {
      priceAnew(seed);
      boolean some = PointsPayment.of(seed.getOrder()).isPresent();
      told = some ? PointsProblem.CHANGED : PointsProblem.GONE;
    }
    tell(seed.getOrder(), told);
    String message = texts.of(told, CodeProblemTexts.localeOf(seed.getOrder()));
    return new PointsRefusedException(message, told, seed);
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
