package org.postpurchase.catalogue;

import java.util.Collections;
import java.util.List;
import org.postpurchase.ledger.PointsBalance;
import org.postpurchase.loyalty.Programme;

/** Everything that the page of rewards tells one customer. Immutable. */
public final class CatalogueAtAGlance {
  public final Programme programme;
  public final PointsBalance balance;

  /** In the merchant's order. */
  public final List<OfferedReward> rewards;

  /** Newest first. */
  public final List<OwnReward> own;

  CatalogueAtAGlance(
      Programme programme,
      PointsBalance balance,
      List<OfferedReward> rewards,
      List<OwnReward> own) {
    this.programme = programme;
    this.balance = balance;
    this.rewards = Collections.unmodifiableList(rewards);
    this.own = Collections.unmodifiableList(own);
  }
}
