package org.postpurchase.ledger;

import java.util.List;
import java.util.Optional;

/**
 * What is known of an account that is locked now: as much as was asked with a {@link LedgerQuery}.
 */
public final class LedgerSnapshot {
  /** Empty when there is no such account; then nothing is locked. */
  public final Optional<PointsAccount> account;

  /** The posting that was made under the key before. */
  public final Optional<PointsPosting> before;

  /** The lot that was asked for, those of the hold, or the first page of the open ones. */
  public final List<PointsLot> lots;

  public final Optional<PointsHold> hold;

  public LedgerSnapshot(
      Optional<PointsAccount> account,
      Optional<PointsPosting> before,
      List<PointsLot> lots,
      Optional<PointsHold> hold) {
    this.account = account;
    this.before = before;
    this.lots = lots;
    this.hold = hold;
  }
}
