package org.postpurchase.ledger;

import java.time.Instant;

/** What somebody has, as of one moment. Immutable. */
public final class PointsBalance {
  public static final PointsBalance NONE = new PointsBalance(0, 0, 0, 0, 0, 0, null, false);
  public final long accountId;
  public final long pending;

  /** What can be used: matured, not held and not expired, though no sweep has booked it yet. */
  public final long usable;

  public final long held;
  public final long shortfall;

  /** How many expire first, and when; 0 and null when nothing ever does. */
  public final long expiringNext;

  public final Instant expiringAt;
  public final boolean frozen;

  public PointsBalance(
      long accountId,
      long pending,
      long usable,
      long held,
      long shortfall,
      long expiringNext,
      Instant expiringAt,
      boolean frozen) {
    this.accountId = accountId;
    this.pending = pending;
    this.usable = usable;
    this.held = held;
    this.shortfall = shortfall;
    this.expiringNext = expiringNext;
    this.expiringAt = expiringAt;
    this.frozen = frozen;
  }
}
