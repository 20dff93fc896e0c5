package org.postpurchase.broadleaf.offer;

import java.util.Collections;
import java.util.List;
import org.broadleafcommerce.core.order.domain.Order;
import org.postpurchase.broadleaf.order.HookFailureLog;
import org.postpurchase.broadleaf.referral.FriendWay;
import org.postpurchase.referral.FriendCodes;
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
  private final FriendCodes friends;

  public CodeReservations(RedeemReward redeem, FriendCodes friends) {
    this.redeem = redeem;
    this.friends = friends;
  }

  /** Reserves all codes of the order that are ours; returns why that may not be, else nothing. */
  List<CodeProblem> reserve(Order order) {
    try {
      List<String> codes = OrderCodes.texts(order);
      if (codes.isEmpty()) {
        return Collections.emptyList();
      }
      List<CodeProblem> problems =
          redeem.reserve(OrderCodes.personal(codes), OrderCodes.redeemer(order));
      return problems.isEmpty() ? claim(codes, order) : problems;
    } catch (Throwable failure) { // never into the host's checkout
      failures.log(failure);
      return Collections.emptyList();
    }
  }

  /** An advocate's code brings the friend; the browser may forget it once that is on record. */
  private List<CodeProblem> claim(List<String> codes, Order order) {
    String first = FriendCodes.among(codes).stream().findFirst().orElse(null);
    if (first == null) {
      return Collections.emptyList();
    }
    List<CodeProblem> problems =
        friends.claim(codes, OrderCodes.friend(order), FriendWay.of(first));
    if (problems.isEmpty()) {
      FriendWay.arrived();
    }
    return problems;
  }

  void giveBack(long orderId) {
    try {
      redeem.release(orderId);
      friends.release(orderId);
    } catch (Throwable failure) { // would keep the host from undoing the rest of the checkout
      failures.log(failure);
    }
  }
}
