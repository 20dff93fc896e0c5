package org.postpurchase.interest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** One person's visits to the page of one product. Immutable. */
public final class Look {
  public final long id;

  /** The mailbox's key. */
  public final String mailbox;

  /** 0 for somebody who was not signed in. */
  public final long customerId;

  public final long productId;

  /** The last one. */
  public final Instant lastAt;

  public Look(long id, String mailbox, long customerId, long productId, Instant lastAt) {
    this.id = id;
    this.mailbox = requireNonNull(mailbox, "mailbox");
    this.customerId = customerId;
    this.productId = productId;
    this.lastAt = requireNonNull(lastAt, "lastAt");
  }
}
