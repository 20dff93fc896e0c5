package org.postpurchase.broadleaf.offer;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.core.checkout.service.workflow.CheckoutSeed;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.workflow.BaseActivity;
import org.broadleafcommerce.core.workflow.ModuleActivity;
import org.broadleafcommerce.core.workflow.ProcessContext;
import org.broadleafcommerce.core.workflow.state.ActivityStateManagerImpl;
import org.postpurchase.broadleaf.order.HookFailureLog;
import org.postpurchase.reward.CodeProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checkout, before anything else: takes the codes of the order for it alone. Codes that the buyer
 * may not use, or not any more, are taken off the order, which is priced anew without them.
 *
 * <p>The order goes on when it costs no more than the shopper has seen. When it would cost more,
 * this checkout is refused with the reason, and the next one, at the price that is shown by then,
 * goes on. Costs nothing for an order without codes; what goes wrong on our side stops nobody.
 */
public class ReserveCodesActivity extends BaseActivity<ProcessContext<CheckoutSeed>>
    implements ModuleActivity {
  private static final Logger LOG = LoggerFactory.getLogger(ReserveCodesActivity.class);
  private static final int FIRST = 500;

  /** Each round takes a code off; more than one is for checkouts that race for the others. */
  private static final int ROUNDS = 5;

  private final HookFailureLog failures =
      new HookFailureLog(
          ReserveCodesActivity.class,
          "finish its part of a checkout",
          "A refusal stands; a reservation is settled later.");

  private final CodeReservations reservations;
  private final GiveBackCodes giveBack;
  private final OrderService orders;
  private final CodeProblemTexts texts;
  private final CodesTakenOff takenOff;

  public ReserveCodesActivity(
      CodeReservations reservations,
      GiveBackCodes giveBack,
      OrderService orders,
      CodeProblemTexts texts,
      CodesTakenOff takenOff) {
    this.reservations = reservations;
    this.giveBack = giveBack;
    this.orders = orders;
    this.texts = texts;
    this.takenOff = takenOff;
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
    for (int round = 0; round < ROUNDS && !OrderCodes.of(seed.getOrder()).isEmpty(); round++) {
      List<CodeProblem> problems = reservations.reserve(seed.getOrder());
      if (problems.isEmpty()) {
        giveBackOnFailure(context);
        return context;
      }
      goOnWithout(problems, seed);
    }
    return context;
  }

  private void goOnWithout(List<CodeProblem> problems, CheckoutSeed seed)
      throws CodeRefusedException {
    String message = message(problems, seed.getOrder());
    Money seen = seed.getOrder().getTotal();
    boolean isPriced = takeOff(problems, seed);
    remember(problems, seed.getOrder());
    if (!isPriced || seen == null || seed.getOrder().getTotal().greaterThan(seen)) {
      throw new CodeRefusedException(message, problems, seed);
    }
    LOG.info("an order goes on without a code: {}", message);
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

  /** Whether the order is without the codes now, and priced. */
  private boolean takeOff(List<CodeProblem> problems, CheckoutSeed seed) {
    try {
      Set<String> refused =
          problems.stream()
              .map(problem -> OrderCodes.form(problem.code))
              .collect(Collectors.toSet());
      OrderCodes.of(seed.getOrder())
          .removeIf(
              code ->
                  code.getOfferCode() != null
                      && refused.contains(OrderCodes.form(code.getOfferCode())));
      seed.setOrder(orders.save(seed.getOrder(), true));
      return seed.getOrder().getTotal() != null;
    } catch (Throwable failure) { // the old total is shown; refused it is all the same
      failures.log(failure);
      return false;
    }
  }

  private void remember(List<CodeProblem> problems, Order order) {
    try {
      takenOff.remember(order, problems);
    } catch (Throwable failure) { // a refusal says it too
      failures.log(failure);
    }
  }
}
