package org.postpurchase.loyalty;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.shared.Money;

/** A member's points that expire at one moment, as they are now. Immutable. */
final class PointsGoing {
  public final Programme programme;
  public final long points;

  /** In the currency that they were earned in; empty where nothing can be paid with them now. */
  public final Optional<Money> worth;

  /**
   * What the whole account can pay with now in that currency; empty where there is no currency to
   * tell it in.
   */
  public final Optional<PointsUse> use;

  /** The oldest first. */
  public final List<PointsLot> lots;

  PointsGoing(
      Programme programme,
      long points,
      Optional<Money> worth,
      Optional<PointsUse> use,
      List<PointsLot> lots) {
    this.programme = programme;
    this.points = points;
    this.worth = worth;
    this.use = use;
    this.lots = Collections.unmodifiableList(lots);
  }
}
