package org.postpurchase.ledger;

import java.time.Instant;

/** One movement of points as it is on record. Immutable. */
public final class PointsPosting {
  public final long accountId;
  public final long postingNo;
  public final String programme;
  public final String key;
  public final String inputHash;
  public final Verb verb;
  public final long points;
  public final long shortfall;
  public final int lotNo;
  public final int holdNo;
  public final long orderId;

  /** Empty for none. */
  public final String reasonCode;

  /** Admin user; empty for the shop itself. */
  public final String actor;

  /** Empty for none. */
  public final String batchId;

  public final Instant postedAt;

  public PointsPosting(
      long accountId,
      long postingNo,
      String programme,
      PostingRequest request,
      String inputHash,
      long points,
      long shortfall,
      int lotNo,
      int holdNo,
      Instant postedAt) {
    this.accountId = accountId;
    this.postingNo = postingNo;
    this.programme = programme;
    this.key = request.key;
    this.inputHash = inputHash;
    this.verb = request.verb;
    this.points = points;
    this.shortfall = shortfall;
    this.lotNo = lotNo;
    this.holdNo = holdNo;
    this.orderId = request.orderId;
    this.reasonCode = request.reasonCode;
    this.actor = request.actor;
    this.batchId = request.batchId;
    this.postedAt = postedAt;
  }

  /** What the first entry of the posting vouches for. */
  String seal() {
    return verb
        + "|"
        + key
        + "|"
        + inputHash
        + "|"
        + points
        + "|"
        + shortfall
        + "|"
        + postedAt.toEpochMilli()
        + "|"
        + orderId
        + "|"
        + reasonCode
        + "|"
        + actor;
  }
}
