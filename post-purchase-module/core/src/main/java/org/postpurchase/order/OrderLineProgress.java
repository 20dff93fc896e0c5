package org.postpurchase.order;

import java.time.Duration;
import java.time.Instant;

/** How many units of one line were ordered, shipped, delivered, returned and cancelled so far. */
public final class OrderLineProgress {
  /** Fourteen days to send it (Directive 2011/83/EU, art. 14), and as long again to arrive. */
  private static final Duration HOLD = Duration.ofDays(30);

  public final long lineId;
  public final int ordered;
  public final int shipped;
  public final int delivered;
  public final int returned;
  public final int cancelled;

  /** Last shipment, or null. */
  public final Instant shippedAt;

  /** Last delivery, or null. */
  public final Instant deliveredAt;

  /** Last cancellation of units, or null. */
  public final Instant cancelledAt;

  /** Declared to be sent back, and not back yet. */
  public final int withdrawn;

  /** Last such declaration, or null. */
  public final Instant withdrawnAt;

  /** A line whose moments are not known. */
  public OrderLineProgress(
      long lineId, int ordered, int shipped, int delivered, int returned, int cancelled) {
    this(lineId, ordered, shipped, delivered, returned, cancelled, null, null);
  }

  /** A line of which it is not known when units were cancelled, if any were. */
  public OrderLineProgress(
      long lineId,
      int ordered,
      int shipped,
      int delivered,
      int returned,
      int cancelled,
      Instant shippedAt,
      Instant deliveredAt) {
    this(lineId, ordered, shipped, delivered, returned, cancelled, shippedAt, deliveredAt, null);
  }

  public OrderLineProgress(
      long lineId,
      int ordered,
      int shipped,
      int delivered,
      int returned,
      int cancelled,
      Instant shippedAt,
      Instant deliveredAt,
      Instant cancelledAt) {
    this.withdrawn = 0;
    this.withdrawnAt = null;
    this.lineId = lineId;
    this.ordered = ordered;
    this.shipped = shipped;
    this.delivered = delivered;
    this.returned = returned;
    this.cancelled = cancelled;
    this.shippedAt = shippedAt;
    this.deliveredAt = deliveredAt;
    this.cancelledAt = cancelledAt;
  }

  private OrderLineProgress(OrderLineProgress other, int withdrawn, Instant withdrawnAt) {
    this.lineId = other.lineId;
    this.ordered = other.ordered;
    this.shipped = other.shipped;
    this.delivered = other.delivered;
    this.returned = other.returned;
    this.cancelled = other.cancelled;
    this.shippedAt = other.shippedAt;
    this.deliveredAt = other.deliveredAt;
    this.cancelledAt = other.cancelledAt;
    this.withdrawn = withdrawn;
    this.withdrawnAt = withdrawnAt;
  }

  /** The same with what the buyer has declared to send back. */
  public OrderLineProgress withdrawn(int units, Instant at) {
    return new OrderLineProgress(this, units, at);
  }

  /**
   * Until when it is waited for the parcel that the buyer has declared to send; null where none is
   * on its way.
   */
  public Instant heldUntil() {
    return withdrawn > 0 && withdrawnAt != null ? withdrawnAt.plus(HOLD) : null;
  }

  /** How many units the fact could still be true for. */
  public int openFor(OrderFact fact) {
    switch (fact) {
      case SHIPPED:
        return ordered - cancelled - shipped;
      case DELIVERED:
        return ordered - cancelled - delivered;
      case LINES_RETURNED:
        return ordered - cancelled - returned;
      case LINES_CANCELLED:
        return ordered - cancelled - Math.max(returned, Math.max(shipped, delivered));
      case WITHDRAWAL_DECLARED:
        return ordered - cancelled - returned - withdrawn;
      case WITHDRAWAL_TAKEN_BACK:
        return withdrawn;
      default:
        throw new IllegalArgumentException("not a fact about lines: " + fact);
    }
  }
}
