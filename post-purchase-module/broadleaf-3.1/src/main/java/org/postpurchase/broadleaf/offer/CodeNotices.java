package org.postpurchase.broadleaf.offer;

import java.util.Collections;
import java.util.List;
import org.broadleafcommerce.core.order.domain.Order;
import org.postpurchase.broadleaf.order.HookFailureLog;
import org.postpurchase.reward.CodeProblem;
import org.postpurchase.reward.RedeemReward;

/**
 * Why codes that a cart carries give nothing (bean {@code ppCodeNotices}). For the host's pricing
 * and for pages: changes nothing, and never fails.
 */
public final class CodeNotices {
  private final HookFailureLog failures =
      new HookFailureLog(
          CodeNotices.class,
          "look at the codes of an order",
          "The order goes on as if all of them might be used. Is the schema migrated?");

  private final RedeemReward redeem;

  public CodeNotices(RedeemReward redeem) {
    this.redeem = redeem;
  }

  /** One notice for each code of the cart that may not be used; empty when we cannot tell. */
  public List<CodeProblem> of(Order cart) {
    try {
      List<String> codes = OrderCodes.texts(cart);
      return codes.isEmpty()
          ? Collections.emptyList()
          : redeem.problems(codes, OrderCodes.redeemer(cart));
    } catch (Throwable failure) { // never into the host's pricing or a page
      failures.log(failure);
      return Collections.emptyList();
    }
  }
}
