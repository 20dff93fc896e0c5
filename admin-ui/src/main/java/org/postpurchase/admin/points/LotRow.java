package org.postpurchase.admin.points;

import java.util.LinkedHashMap;
import java.util.Map;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.ledger.PointsLot;

/** Plain values of one earning and of what became of it, for the page. */
final class LotRow {
  private final PointsLot lot;

  /** In the admin's language. */
  public final String cause;

  private final String orderNumber;
  private final Worth worth;
  private final Moments moments;

  LotRow(PointsLot lot, String cause, String orderNumber, Worth worth, Moments moments) {
    this.lot = lot;
    this.cause = cause;
    this.orderNumber = orderNumber;
    this.worth = worth;
    this.moments = moments;
  }

  public int getNumber() {
    return lot.lotNo;
  }

  /** The order's number, its id where the host has none, or empty for none. */
  public String getOrder() {
    if (lot.cause.orderId == 0) {
      return "";
    }
    return orderNumber == null ? "#" + lot.cause.orderId : orderNumber;
  }

  public boolean isOrderKnown() {
    return orderNumber != null;
  }

  public String getIssued() {
    return worth.points(lot.issued);
  }

  public String getCreatedAt() {
    return moments.of(lot.createdAt);
  }

  /** Empty while nobody can tell. */
  public String getMaturesAt() {
    return moments.of(lot.maturesAt());
  }

  /** Empty for never. */
  public String getExpiresAt() {
    return moments.of(lot.expiresAt());
  }

  /** Points by where they are now, as the end of a message key; without those that are none. */
  public Map<String, String> getParts() {
    Map<String, String> parts = new LinkedHashMap<>();
    part(parts, "PENDING", lot.pending());
    part(parts, "AVAILABLE", lot.available());
    part(parts, "HELD", lot.held());
    part(parts, "SPENT", lot.spent());
    part(parts, "EXPIRED", lot.expired());
    part(parts, "REVERSED", lot.reversed());
    part(parts, "MOVED", lot.moved());
    return parts;
  }

  private void part(Map<String, String> parts, String bucket, long points) {
    if (points != 0) {
      parts.put(bucket, worth.points(points));
    }
  }
}
