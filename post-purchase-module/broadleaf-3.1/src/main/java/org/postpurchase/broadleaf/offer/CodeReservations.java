package org.postpurchase.broadleaf.offer;

import java.util.Collections;
import java.util.List;
import org.broadleafcommerce.core.order.domain.Order;
import org.postpurchase.broadleaf.order.HookFailureLog;
import org.postpurchase.reward.CodeProblem;
import org.postpurchase.reward.RedeemReward;

/**
 * Takes the codes of an order for its checkout and gives them back when it fails. What goes wrong
 * on our side never stops a checkout; the host's own limit of one use still holds then.
 */
public final class CodeReservations {
  private final HookFailureLog failures =
      new HookFailureLog(
          CodeReservations.class,
          "reserve the codes of an order or give them back",
          "The checkout goes on; reservations left behind are settled within minutes."
              + " Is the schema migrated?");

  private final RedeemReward redeem;

  public CodeReservations(RedeemReward redeem) {
    this.redeem = redeem;
  }

  /** Reserves all codes of the order that are ours; returns why that may not be, else nothing. */
  List<CodeProblem> reserve(Order order) {
    try {
      List<String> codes = OrderCodes.texts(order);
      return codes.isEmpty()
          ? Collections.emptyList()
          : redeem.reserve(codes, OrderCodes.redeemer(order));
    } catch (Throwable failure) { // never into the host's checkout
      failures.log(failure);
      return Collections.emptyList();
    }
  }

  void giveBack(long orderId) {
    try {
      redeem.release(orderId);
    } catch (Throwable failure) { // would keep the host from undoing the rest of the checkout
      failures.log(failure);
    }
  }
}
