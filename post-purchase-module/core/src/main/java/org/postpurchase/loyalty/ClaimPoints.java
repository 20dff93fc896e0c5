package org.postpurchase.loyalty;

import java.util.Optional;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.PostingResult;
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
  private final Transactions transactions;

  ClaimPoints(
      ProgrammeReader programmes,
      Memberships members,
      PointsLedger ledger,
      Transactions transactions) {
    this.members = members;
    this.programmes = programmes;
    this.ledger = ledger;
    this.transactions = transactions;
  }

  /**
   * Moves them, and what that order earns from now on; empty while there is no programme. Claiming
   * again moves nothing, and what somebody else has claimed is refused. Where members join by a
   * click, only they can claim.
   */
  public Optional<PostingResult> claim(long orderId, long customerId) {
    return transactions.call(
        () ->
            programmes
                .find()
                .filter(p -> mayClaim(p, customerId))
                .map(
                    p ->
                        ledger.merge(
                            ledger.open(p.key, Owners.ofGuestOrder(orderId)),
                            ledger.open(p.key, Owners.ofCustomer(customerId)),
                            "claim:" + orderId + ":" + customerId,
                            "CLAIMED")));
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
                .flatMap(p -> ledger.find(p.key, Owners.ofGuestOrder(orderId)))
                .map(
                    from ->
                        ledger.split(from, "unclaim:" + orderId + ":" + reference, "UNCLAIMED")));
  }
}
