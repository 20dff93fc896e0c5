package org.postpurchase.order;

import java.time.Instant;

/** How many units of one line were ordered, shipped, delivered, returned and cancelled so far. */
public final class OrderLineProgress {
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
      default:
        throw new IllegalArgumentException("not a fact about lines: " + fact);
    }
  }
}
