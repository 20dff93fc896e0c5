package org.postpurchase.loyalty;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.postpurchase.ledger.PointsBalance;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.PointsPosting;
import org.postpurchase.shared.Money;

/** Everything that the account page of one customer tells. Immutable. */
public final class PointsAtAGlance {
  public final Programme programme;
  public final PointsBalance balance;

  /** Empty when points pay nothing in that currency. */
  public final Optional<Money> worth;

  /** Pending or usable, those that expire soonest first. */
  public final List<PointsLot> lots;

  /** Newest first. */
  public final List<PointsPosting> history;

  PointsAtAGlance(
      Programme programme,
      PointsBalance balance,
      Optional<Money> worth,
      List<PointsLot> lots,
      List<PointsPosting> history) {
    this.programme = programme;
    this.balance = balance;
    this.worth = worth;
    this.lots = Collections.unmodifiableList(lots);
    this.history = Collections.unmodifiableList(history);
  }
}
