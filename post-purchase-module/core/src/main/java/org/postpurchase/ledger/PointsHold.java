package org.postpurchase.ledger;

import java.time.Instant;
import java.util.List;

/** Points that a checkout has reserved, with the lots they come from. */
public final class PointsHold {
  /** What became of it. */
  public enum State {
    HELD,
    CAPTURED,
    VOIDED
  }

  public final long accountId;
  public final int holdNo;
  public final String programme;
  public final String holdKey;
  public final long orderId;
  public final long points;
  public final Instant createdAt;
  public final Instant expiresAt;
  public final List<Part> parts;

  State state;
  long restored;
  Instant finishedAt;

  public PointsHold(
      long accountId,
      int holdNo,
      String programme,
      String holdKey,
      long orderId,
      long points,
      long restored,
      State state,
      Instant createdAt,
      Instant expiresAt,
      Instant finishedAt,
      List<Part> parts) {
    this.accountId = accountId;
    this.holdNo = holdNo;
    this.programme = programme;
    this.holdKey = holdKey;
    this.orderId = orderId;
    this.points = points;
    this.restored = restored;
    this.state = state;
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
    this.finishedAt = finishedAt;
    this.parts = parts;
  }

  /** The same hold with the lots it took from. */
  public PointsHold with(List<Part> takenFrom) {
    return new PointsHold(
        accountId,
        holdNo,
        programme,
        holdKey,
        orderId,
        points,
        restored,
        state,
        createdAt,
        expiresAt,
        finishedAt,
        takenFrom);
  }

  public State state() {
    return state;
  }

  /** Points given back after they were captured. */
  public long restored() {
    return restored;
  }

  /** Null while it is held. */
  public Instant finishedAt() {
    return finishedAt;
  }

  /** What was taken from one lot. */
  public static final class Part {
    public final int lotNo;
    public final long points;
    long restored;

    public Part(int lotNo, long points, long restored) {
      this.lotNo = lotNo;
      this.points = points;
      this.restored = restored;
    }

    public long restored() {
      return restored;
    }
  }
}
