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
  private final PointsLedger ledger;
  private final Transactions transactions;

  public ClaimPoints(ProgrammeReader programmes, PointsLedger ledger, Transactions transactions) {
    this.programmes = programmes;
    this.ledger = ledger;
    this.transactions = transactions;
  }

  /** Moves them; empty when that order has no points of its own. Claiming again moves nothing. */
  public Optional<PostingResult> claim(long orderId, long customerId) {
    return transactions.call(
        () ->
            programmes
                .find()
                .flatMap(
                    p ->
                        ledger
                            .find(p.key, Owners.ofGuestOrder(orderId))
                            .map(
                                from ->
                                    ledger.merge(
                                        from,
                                        ledger.open(p.key, Owners.ofCustomer(customerId)),
                                        "claim:" + orderId + ":" + customerId,
                                        "CLAIMED"))));
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
