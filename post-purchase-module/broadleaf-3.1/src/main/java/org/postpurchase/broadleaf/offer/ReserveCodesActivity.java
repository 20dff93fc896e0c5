package org.postpurchase.broadleaf.offer;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.broadleafcommerce.core.checkout.service.workflow.CheckoutSeed;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.workflow.BaseActivity;
import org.broadleafcommerce.core.workflow.ModuleActivity;
import org.broadleafcommerce.core.workflow.ProcessContext;
import org.broadleafcommerce.core.workflow.state.ActivityStateManagerImpl;
import org.postpurchase.broadleaf.order.HookFailureLog;
import org.postpurchase.reward.CodeProblem;

/**
 * Checkout, before anything else: takes the codes of the order for it alone, or refuses the order
 * and says why. A refused order is priced anew first, so that the shopper sees what it costs
 * without the code.
 *
 * <p>Costs nothing for an order without codes. Only a code that may not be used stops a checkout;
 * what goes wrong on our side does not.
 */
public class ReserveCodesActivity extends BaseActivity<ProcessContext<CheckoutSeed>>
    implements ModuleActivity {
  private static final int FIRST = 500;

  private final HookFailureLog failures =
      new HookFailureLog(
          ReserveCodesActivity.class,
          "finish its part of a checkout",
          "A refusal stands; a reservation is settled later.");

  private final CodeReservations reservations;
  private final GiveBackCodes giveBack;
  private final OrderService orders;
  private final CodeProblemTexts texts;

  public ReserveCodesActivity(
      CodeReservations reservations,
      GiveBackCodes giveBack,
      OrderService orders,
      CodeProblemTexts texts) {
    this.reservations = reservations;
    this.giveBack = giveBack;
    this.orders = orders;
    this.texts = texts;
    setOrder(FIRST);
    setErrorHandler(new RefuseQuietly(CodeRefusedException.class, "codes"));
  }

  @Override
  public String getModuleName() {
    return "post-purchase";
  }

  @Override
  public ProcessContext<CheckoutSeed> execute(ProcessContext<CheckoutSeed> context)
      throws CodeRefusedException {
    CheckoutSeed seed = context.getSeedData();
    if (OrderCodes.of(seed.getOrder()).isEmpty()) {
      return context;
    }
    List<CodeProblem> problems = reservations.reserve(seed.getOrder());
    if (!problems.isEmpty()) {
      String message = message(problems, seed.getOrder());
      priceAnew(seed);
      throw new CodeRefusedException(message, problems, seed);
    }
    giveBackOnFailure(context);
    return context;
  }

  private void giveBackOnFailure(ProcessContext<CheckoutSeed> context) {
    try {
      ActivityStateManagerImpl.getStateManager()
          .registerState(
              this,
              context,
              giveBack,
              Collections.singletonMap(
                  GiveBackCodes.ORDER_ID, context.getSeedData().getOrder().getId()));
    } catch (Throwable failure) { // settled later, like those of a node that died
      failures.log(failure);
    }
  }

  private String message(List<CodeProblem> problems, Order order) {
    return problems.stream()
        .map(problem -> texts.of(problem, CodeProblemTexts.localeOf(order)))
        .collect(Collectors.joining(" "));
  }

  private void priceAnew(CheckoutSeed seed) {
    try {
      seed.setOrder(orders.save(seed.getOrder(), true));
    } catch (Throwable failure) { // the old total is shown; refused it is all the same
      failures.log(failure);
    }
  }
}
