package org.postpurchase.loyalty;

import java.util.Collections;
import java.util.Optional;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.PostingResult;
import org.postpurchase.order.OrderReader;
import org.postpurchase.shared.Transactions;

/**
 * Points of a guest's order wait in an account of that order until somebody with an account in the
 * shop claims them, by a link that only the order's own mail has: an equal e-mail address alone
 * proves nothing. A booked move, which {@link #giveUp} undoes.
 */
public final class ClaimPoints {
  private final ProgrammeReader programmes;
  private final Memberships members;
  private final PointsLedger ledger;
  private final OrderEarnings earnings;
  private final ForgiveShortfalls forgive;
  private final OrderReader orders;
  private final Transactions transactions;

  ClaimPoints(
      ProgrammeReader programmes,
      Memberships members,
      PointsLedger ledger,
      OrderEarnings earnings,
      ForgiveShortfalls forgive,
      OrderReader orders,
      Transactions transactions) {
    this.members = members;
    this.programmes = programmes;
    this.ledger = ledger;
    this.earnings = earnings;
    this.forgive = forgive;
    this.orders = orders;
    this.transactions = transactions;
  }

  /** What came of a claim. Immutable. */
  public static final class Claim {
    public final PostingResult result;

    /**
     * Points that the person would not have been given had all these orders been that person's from
     * the beginning, and that were taken back: a first order is first once.
     */
    public final long takenBack;

    Claim(PostingResult result, long takenBack) {
      this.result = result;
      this.takenBack = takenBack;
    }
  }

  /**
   * Moves them, and what that order earns from now on; empty while there is no programme. Claiming
   * again moves nothing, and what somebody else has claimed is refused. Where members join by a
   * click, only they can claim. What is about a person is judged again over all orders, in the same
   * transaction.
   */
  public Optional<Claim> take(long orderId, long customerId) {
    String person = Owners.ofCustomer(customerId);
    return transactions.call(
        () ->
            programmes
                .find()
                .filter(p -> mayClaim(p, customerId))
                .map(
                    p -> {
                      earnings.lockBoth(orderId, person);
                      PostingResult result =
                          ledger.merge(
                              ledger.open(p.key, Owners.ofGuestOrder(orderId)),
                              ledger.open(p.key, person),
                              "claim:" + orderId + ":" + customerId,
                              "CLAIMED");
                      long taken = result.posted ? earnings.give(p, orderId, person) : 0;
                      forgive.settle(p, orderId, Collections.singleton(person));
                      return new Claim(result, taken);
                    }));
  }

  /** The same for those who do not ask what was taken back. */
  public Optional<PostingResult> claim(long orderId, long customerId) {
    return take(orderId, customerId).map(claim -> claim.result);
  }

  private boolean mayClaim(Programme programme, long customerId) {
    return programme.joining == Joining.AUTOMATIC
        || members.find(programme.key, Owners.ofCustomer(customerId)).isPresent();
  }

  /** Moves back what is still there, for a claim made by mistake. */
  public Optional<PostingResult> giveUp(long orderId, String reference) {
    return transactions.call(
        () ->
            programmes
                .find()
                .flatMap(
                    p ->
                        ledger
                            .find(p.key, Owners.ofGuestOrder(orderId))
                            .map(from -> giveUp(p, orderId, from, reference))));
  }

  private PostingResult giveUp(Programme programme, long orderId, long from, String reference) {
    String person =
        orders.find(orderId).map(EarningOrder::personOf).orElse(Owners.ofGuestOrder(orderId));
    earnings.lockBoth(orderId, person);
    PostingResult result = ledger.split(from, "unclaim:" + orderId + ":" + reference, "UNCLAIMED");
    if (result.posted) {
      earnings.give(programme, orderId, person);
    }
    return result;
  }
}
