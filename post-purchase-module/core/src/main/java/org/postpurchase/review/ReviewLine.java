package org.postpurchase.review;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.postpurchase.order.OrderLine;

/** One line of an order, and whether its buyer can review its product now. Immutable. */
public final class ReviewLine {
  /** Names are parts of message keys. */
  public enum Status {
    /** Can be reviewed. */
    OPEN,
    /** Has a review of this buyer, which can be changed. */
    REVIEWED,
    NOT_DELIVERED,
    /** All of it was sent back or cancelled. */
    NOT_KEPT,
    /** It is with the buyer, and all that was paid for it went back. */
    REFUNDED,
    /** The shop does not have the product any more. */
    GONE
  }

  public final OrderLine line;
  public final Status status;

  /** When it arrived; null if it has not or nobody said when. */
  public final Instant arrivedAt;

  /** Only with REVIEWED. */
  public final Optional<Review> review;

  ReviewLine(OrderLine line, Status status, Instant arrivedAt, Optional<Review> review) {
    this.line = requireNonNull(line, "line");
    this.status = requireNonNull(status, "status");
    this.arrivedAt = arrivedAt;
    this.review = requireNonNull(review, "review");
  }

  public boolean isWritable() {
    return status == Status.OPEN || status == Status.REVIEWED;
  }
}
