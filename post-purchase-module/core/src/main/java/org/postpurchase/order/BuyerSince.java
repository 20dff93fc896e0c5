package org.postpurchase.order;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Objects;

/** A buyer and the moment since when his or her orders are asked about. Immutable. */
public final class BuyerSince {
  /** The mailbox's key; empty when it is not known. */
  public final String mailbox;

  /** The host's customer id; 0 without an account. */
  public final long customerId;

  /** Exclusive. */
  public final Instant since;

  public BuyerSince(String mailbox, long customerId, Instant since) {
    this.mailbox = requireNonNull(mailbox, "mailbox");
    this.customerId = customerId;
    this.since = requireNonNull(since, "since");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BuyerSince
        && ((BuyerSince) other).mailbox.equals(mailbox)
        && ((BuyerSince) other).customerId == customerId
        && ((BuyerSince) other).since.equals(since);
  }

  @Override
  public int hashCode() {
    return Objects.hash(mailbox, customerId, since);
  }
}
