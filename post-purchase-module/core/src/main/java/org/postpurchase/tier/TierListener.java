package org.postpurchase.tier;

import org.postpurchase.ledger.PointsLot;

/**
 * Hears of changes in the transaction that makes them: what it does is done if and only if the
 * change is. A failure undoes the change, which is tried again later.
 */
public interface TierListener {
  void changed(TierPolicy policy, TierChange change);

  /** Points for reaching a tier that, by what is kept today, was not reached then. */
  default void unearned(TierPolicy policy, PointsLot entryPoints) {}

  /** The tier that those points were taken back for is kept after all, with other goods. */
  default void earnedAgain(TierPolicy policy, PointsLot entryPoints) {}
}
