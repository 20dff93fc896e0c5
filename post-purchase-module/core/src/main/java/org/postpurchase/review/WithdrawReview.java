package org.postpurchase.review;

import java.time.Clock;
import org.postpurchase.order.OrderReader;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Transactions;

/** Takes an author's review off the product's page on the author's word. */
public final class WithdrawReview {
  private final OrderReader orders;
  private final ReviewStore store;
  private final MoveReview move;
  private final Transactions transactions;
  private final Clock clock;

  WithdrawReview(
      OrderReader orders,
      ReviewStore store,
      MoveReview move,
      Transactions transactions,
      Clock clock) {
    this.orders = orders;
    this.store = store;
    this.move = move;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Returns whether there was a review to withdraw; doing it again changes nothing.
   *
   * @param orderId from the author's link; the caller has judged its token
   */
  public boolean withdraw(long orderId, long reviewId) {
    return transactions.call(
        () -> {
          Review known = store.lock(reviewId).orElse(null);
          boolean own =
              known != null
                  && orders
                      .find(orderId)
                      .map(o -> EmailAddress.stored(o.email).key().equals(known.place.authorKey))
                      .orElse(false);
          if (!own || known.state == ReviewState.WITHDRAWN) {
            return false;
          }
          move.move(
              known,
              known.but().state(ReviewState.WITHDRAWN).build(),
              new ReviewEvent(
                  ReviewEvent.Kind.WITHDRAWN,
                  known.state,
                  ReviewState.WITHDRAWN,
                  ReviewEvent.AUTHOR,
                  "",
                  clock.instant()));
          return true;
        });
  }
}
