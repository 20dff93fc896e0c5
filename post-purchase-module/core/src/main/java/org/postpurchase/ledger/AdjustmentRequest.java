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

  /** What is asked for. Also a message key. */
  public enum Kind {
    /** Points to give or to take. */
    ADJUST,
    /** One adjustment to be undone. */
    UNDO,
    /** All adjustments of a batch to be undone. */
    UNDO_BATCH
  }

  /** What is done once it is approved. Immutable. */
  public static final class Details {
    public final Kind kind;

    /** Zero for a batch. */
    public final long accountId;

    /** The actor is the one who asked. Of an undoing, only batch and reason count. */
    public final PostingRequest posting;

    /** Above zero gives, below zero takes; of a batch, all that it moves, without signs. */
    public final long points;

    /** Of given points; null for never. */
    public final Instant expiresAt;

    /** Number of the posting to be undone; zero for another kind. */
    public final long undoes;

    public Details(
        Kind kind,
        long accountId,
        PostingRequest posting,
        long points,
        Instant expiresAt,
        long undoes) {
      this.kind = kind;
      this.accountId = accountId;
      this.posting = requireNonNull(posting, "posting");
      this.points = points;
      this.expiresAt = expiresAt;
      this.undoes = undoes;
    }

    public static Details undo(long accountId, long undoes, PostingRequest posting, long points) {
      return new Details(Kind.UNDO, accountId, posting, points, null, undoes);
    }

    public static Details undoBatch(PostingRequest posting, long points) {
      return new Details(Kind.UNDO_BATCH, 0, posting, points, null, 0);
    }
  }

  /** Zero before it is stored. */
  public final long id;

  public final Details details;
  public final StaffMember askedBy;
  public final Instant requestedAt;

  /** In the words of the one who asked; empty for none. */
  public final String note;

  public final State state;

  /** {@link StaffMember#UNKNOWN} while it waits. */
  public final StaffMember decidedBy;

  /** Null while it waits. */
  public final Instant decidedAt;

  private AdjustmentRequest(
      long id,
      Details details,
      StaffMember askedBy,
      Instant requestedAt,
      String note,
      State state,
      StaffMember decidedBy,
      Instant decidedAt) {
    this.id = id;
    this.details = requireNonNull(details, "details");
    this.askedBy = requireNonNull(askedBy, "askedBy");
    this.requestedAt = requireNonNull(requestedAt, "requestedAt");
    this.note = requireNonNull(note, "note");
    this.state = requireNonNull(state, "state");
    this.decidedBy = requireNonNull(decidedBy, "decidedBy");
    this.decidedAt = decidedAt;
  }

  public static AdjustmentRequest waiting(
      Details details, StaffMember by, String note, Instant now) {
    return new AdjustmentRequest(
        0, details, by, now, note, State.WAITING, StaffMember.UNKNOWN, null);
  }

  /** The same as it was stored. */
  public AdjustmentRequest stored(long id, State state, StaffMember decidedBy, Instant decidedAt) {
    return new AdjustmentRequest(
        id, details, askedBy, requestedAt, note, state, decidedBy, decidedAt);
  }
}
