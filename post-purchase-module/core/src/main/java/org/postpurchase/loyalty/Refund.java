package org.postpurchase.loyalty;

import java.time.Instant;

/** Money that went back to the buyer of an order, in the currency's smallest coin. Immutable. */
public final class Refund {
  public final long orderId;
  public final String currency;
  public final long minor;
  public final Instant at;

  public Refund(long orderId, String currency, long minor, Instant at) {
    this.orderId = orderId;
    this.currency = currency;
    this.minor = minor;
    this.at = at;
  }
}
