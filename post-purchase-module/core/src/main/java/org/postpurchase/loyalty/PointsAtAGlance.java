package org.postpurchase.loyalty;

import java.util.Collections;
import java.util.List;
import org.postpurchase.ledger.PointsBalance;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.PointsPosting;

/** Everything that the account page of one customer tells. Immutable. */
public final class PointsAtAGlance {
  public final Programme programme;
  public final PointsBalance balance;

  /** What can be paid with them now in that currency. */
  public final PointsUse use;

  /** Pending or usable, those that expire soonest first. */
  public final List<PointsLot> lots;

  /** Newest first. */
  public final List<PointsPosting> history;

  PointsAtAGlance(
      Programme programme,
      PointsBalance balance,
      PointsUse use,
      List<PointsLot> lots,
      List<PointsPosting> history) {
    this.programme = programme;
    this.balance = balance;
    this.use = use;
    this.lots = Collections.unmodifiableList(lots);
    this.history = Collections.unmodifiableList(history);
  }
}
