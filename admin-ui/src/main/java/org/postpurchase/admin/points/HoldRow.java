package org.postpurchase.admin.points;

import org.postpurchase.admin.ui.Moments;
import org.postpurchase.ledger.PointsHold;

/** Plain values of points that a checkout has reserved, for the page. */
final class HoldRow {
  private final PointsHold hold;
  private final String orderNumber;
  private final Worth worth;
  private final Moments moments;

  HoldRow(PointsHold hold, String orderNumber, Worth worth, Moments moments) {
    this.hold = hold;
    this.orderNumber = orderNumber;
    this.worth = worth;
    this.moments = moments;
  }

  public String getState() {
    return hold.state().name();
  }

  public String getPoints() {
    return worth.points(hold.points);
  }

  /** Points given back after they were spent; empty for none. */
  public String getRestored() {
    return hold.restored() == 0 ? "" : worth.points(hold.restored());
  }

  public String getOrder() {
    return orderNumber == null ? "#" + hold.orderId : orderNumber;
  }

  public boolean isOrderKnown() {
    return orderNumber != null;
  }

  public String getCreatedAt() {
    return moments.of(hold.createdAt);
  }

  /** Until when it is held, or when it ended. */
  public String getUntil() {
    return moments.of(hold.finishedAt() == null ? hold.expiresAt : hold.finishedAt());
  }
}
