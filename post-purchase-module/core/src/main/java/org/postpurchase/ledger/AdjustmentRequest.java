package org.postpurchase.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** An adjustment that waits for a second person, or what became of it. Immutable. */
public final class AdjustmentRequest {
  /** What became of it. Also a message key. */
  public enum State {
    WAITING,
    APPROVED,
    REJECTED
  }

  /** Zero before it is stored. */
  public final long id;

  public final long accountId;

  /** What is posted once it is approved; the actor is the one who asked. */
  public final PostingRequest posting;

  /** Above zero gives, below zero takes. */
  public final long points;

  /** Of given points; null for never. */
  public final Instant expiresAt;

  public final State state;
  public final Instant requestedAt;

  /** Empty while it waits. */
  public final String decidedBy;

  /** Null while it waits. */
  public final Instant decidedAt;

  public AdjustmentRequest(
      long id,
      long accountId,
      PostingRequest posting,
      long points,
      Instant expiresAt,
      State state,
      Instant requestedAt,
      String decidedBy,
      Instant decidedAt) {
    this.id = id;
    this.accountId = accountId;
    this.posting = requireNonNull(posting, "posting");
    this.points = points;
    this.expiresAt = expiresAt;
    this.state = requireNonNull(state, "state");
    this.requestedAt = requireNonNull(requestedAt, "requestedAt");
    this.decidedBy = requireNonNull(decidedBy, "decidedBy");
    this.decidedAt = decidedAt;
  }

  public static AdjustmentRequest waiting(
      long accountId, PostingRequest posting, long points, Instant expiresAt, Instant now) {
    return new AdjustmentRequest(
        0, accountId, posting, points, expiresAt, State.WAITING, now, "", null);
  }
}
