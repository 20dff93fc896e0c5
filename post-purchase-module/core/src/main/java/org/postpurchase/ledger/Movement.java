package org.postpurchase.ledger;

import static java.util.Objects.requireNonNull;

/** One of many movements that {@link PointsLedger#postAll} makes together. Immutable. */
public final class Movement {
  final Verb verb;

  /** Null unless points are earned. */
  final EarnRequest earn;

  /** Zero when points are earned: the account follows from the owner. */
  public final long accountId;

  public final int lotNo;

  private Movement(Verb verb, EarnRequest earn, long accountId, int lotNo) {
    this.verb = verb;
    this.earn = earn;
    this.accountId = accountId;
    this.lotNo = lotNo;
  }

  /** As {@link PointsLedger#earn}. */
  public static Movement earn(EarnRequest request) {
    return new Movement(Verb.EARN, requireNonNull(request, "request"), 0, 0);
  }

  /** As {@link PointsLedger#mature}. */
  public static Movement mature(long accountId, int lotNo) {
    return new Movement(Verb.MATURE, null, accountId, lotNo);
  }

  /** As {@link PointsLedger#expire}. */
  public static Movement expire(long accountId, int lotNo) {
    return new Movement(Verb.EXPIRE, null, accountId, lotNo);
  }
}
