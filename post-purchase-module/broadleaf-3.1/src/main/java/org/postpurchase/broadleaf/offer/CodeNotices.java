package org.postpurchase.broadleaf.offer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.broadleafcommerce.core.offer.domain.OfferCode;
import org.broadleafcommerce.core.order.domain.Order;
import org.postpurchase.broadleaf.order.HookFailureLog;
import org.postpurchase.referral.FriendCodes;
import org.postpurchase.reward.CodeProblem;
import org.postpurchase.reward.CodeVerdict;
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
  private final FriendCodes friends;

  public CodeNotices(RedeemReward redeem, FriendCodes friends) {
    this.redeem = redeem;
    this.friends = friends;
  }

  /** One notice for each code of the cart that may not be used; empty when we cannot tell. */
  public List<CodeProblem> of(Order cart) {
    try {
      List<String> codes = OrderCodes.texts(cart);
      if (codes.isEmpty()) {
        return Collections.emptyList();
      }
      List<CodeProblem> problems = new ArrayList<>();
      problems.addAll(redeem.problems(OrderCodes.personal(codes), OrderCodes.redeemer(cart)));
      problems.addAll(friends.problems(codes, OrderCodes.friend(cart)));
      return problems;
    } catch (Throwable failure) { // never into the host's pricing or a page
      failures.log(failure);
      return Collections.emptyList();
    }
  }

  /** Whether one of the codes is an advocate's. */
  public boolean hasFriendCode(List<OfferCode> codes) {
    return friends.isAnyOfAdvocates(
        codes.stream()
            .map(OfferCode::getOfferCode)
            .filter(java.util.Objects::nonNull)
            .collect(java.util.stream.Collectors.toList()));
  }

  /** Whether the buyer of the cart may use an advocate's code, as far as can be told by now. */
  public boolean mayUse(String friendCode, Order cart) {
    return friends.problems(Collections.singletonList(friendCode), OrderCodes.friend(cart)).stream()
        .allMatch(problem -> problem.verdict == CodeVerdict.BELOW_MINIMUM);
  }
}
