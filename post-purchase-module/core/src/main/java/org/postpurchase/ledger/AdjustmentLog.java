package org.postpurchase.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who adjusted what, with which note, and what counts for the limit of one person. Every method
 * joins the caller's transaction; rows are never changed.
 */
public interface AdjustmentLog {
  /**
   * Keeps other adjustments of the same person waiting until the caller's transaction ends, so that
   * two of them never see the same sum.
   *
   * @throws IllegalArgumentException when it is not known who that is
   */
  void lock(StaffMember by, Instant now);

  /** Points that a person moved without a second one after a moment, signs left out. */
  long movedBy(StaffMember by, Instant after);

  /**
   * The same of an account, whoever moved them, those of accounts whose points it took over
   * included.
   */
  long movedOn(long accountId, Instant after);

  /** Whether a movement of points with that key, of whatever programme, is on record. */
  boolean isPosted(String key);

  void add(Row row);

  Optional<Row> find(long accountId, long postingNo);

  /** Of the postings of an account with numbers in that range. */
  List<Row> rows(long accountId, long fromPostingNo, long toPostingNo);

  /** Numbers of an account's postings that were undone. */
  Set<Long> undone(long accountId);

  /** What a person did with one posting. Immutable. */
  final class Row {
    public final long accountId;
    public final long postingNo;
    public final StaffMember by;

    /** With its sign. */
    public final long points;

    /** Whether it counts for the limits: nobody else agreed to it. */
    public final boolean counts;

    /** Empty for none. */
    public final String note;

    /** The posting that it undoes; {@link Undone#NOTHING} for none. */
    public final Undone undone;

    public final Instant at;

    public Row(
        PostingResult posted,
        long points,
        StaffMember by,
        boolean counts,
        String note,
        Undone undone,
        Instant at) {
      this(posted.accountId, posted.postingNo, points, by, counts, note, undone, at);
    }

    public Row(
        long accountId,
        long postingNo,
        long points,
        StaffMember by,
        boolean counts,
        String note,
        Undone undone,
        Instant at) {
      this.accountId = accountId;
      this.postingNo = postingNo;
      this.points = points;
      this.by = requireNonNull(by, "by");
      this.counts = counts;
      this.note = requireNonNull(note, "note");
      this.undone = requireNonNull(undone, "undone");
      this.at = requireNonNull(at, "at");
    }
  }

  /** Name of a posting that was undone. Immutable. */
  final class Undone {
    public static final Undone NOTHING = new Undone(0, 0);

    public final long accountId;
    public final long postingNo;

    public Undone(long accountId, long postingNo) {
      this.accountId = accountId;
      this.postingNo = postingNo;
    }
  }
}
