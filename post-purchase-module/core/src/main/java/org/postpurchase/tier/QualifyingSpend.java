package org.postpurchase.tier;

import java.time.Instant;

/** Money that a member paid for goods that earn points and are kept. Immutable. */
public final class QualifyingSpend {
  public final long orderId;

  /** In the currency's smallest coin; 0 when nothing of it is kept. */
  public final long minor;

  /** From when on it counts: when the points of the same goods can be used. */
  public final Instant countsFrom;

  public QualifyingSpend(long orderId, long minor, Instant countsFrom) {
    this.orderId = orderId;
    this.minor = minor;
    this.countsFrom = countsFrom;
  }
}
