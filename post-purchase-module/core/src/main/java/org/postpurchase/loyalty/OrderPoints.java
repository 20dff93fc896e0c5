package org.postpurchase.loyalty;

import java.time.Instant;

/** What one order earns. Immutable. */
public final class OrderPoints {
  public final String pointsName;
  public final long points;

  /** When they can be used at the latest; null while nobody can tell. */
  public final Instant usableAt;

  /** Whether they wait for somebody to claim them. */
  public final boolean unclaimed;

  OrderPoints(String pointsName, long points, Instant usableAt, boolean unclaimed) {
    this.pointsName = pointsName;
    this.points = points;
    this.usableAt = usableAt;
    this.unclaimed = unclaimed;
  }
}
