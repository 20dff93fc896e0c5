package org.postpurchase.review;

import static java.util.Objects.requireNonNull;

import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.EmailAddress;

/**
 * Who writes reviews of an order's goods: the mailbox it was placed with and, with an account, its
 * customer, who is one author whatever mailboxes the orders name. Immutable.
 */
public final class Author {
  /** Key of the mailbox. */
  public final String key;

  /** 0 for a guest. */
  public final long customerId;

  private Author(String key, long customerId) {
    this.key = requireNonNull(key, "key");
    this.customerId = customerId;
  }

  public static Author of(OrderSnapshot order) {
    return new Author(
        EmailAddress.stored(order.email).key(), order.registered ? order.customerId : 0);
  }

  public boolean hasAccount() {
    return customerId > 0;
  }

  boolean wrote(Review review) {
    return review.place.authorKey.equals(key)
        || hasAccount() && review.place.customerId == customerId;
  }
}
