package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Buyers of the past whom a merchant lets into a series, and how far that has come. Immutable. */
public final class Backfill {
  public final long id;
  public final long seriesId;
  public final State state;

  /** How many orders were counted and confirmed. */
  public final int counted;

  /** How many people enter in an hour at the most. */
  public final int perHour;

  /** Login of whoever confirmed it. */
  public final String startedBy;

  public final Instant startedAt;

  /** Null while it goes on. */
  public final Instant endedAt;

  /** How far it has come. */
  public enum State {
    RUNNING,
    /** Everybody was looked at. */
    DONE,
    /** Nobody enters any more; whoever is inside goes on. */
    STOPPED,
    /** Whoever is inside is being taken out. */
    UNDOING,
    UNDONE
  }

  public Backfill(long id, long seriesId, State state, Size size, String startedBy, Span span) {
    this.id = id;
    this.seriesId = seriesId;
    this.state = requireNonNull(state, "state");
    this.counted = size.counted;
    this.perHour = size.perHour;
    this.startedBy = requireNonNull(startedBy, "startedBy");
    this.startedAt = requireNonNull(span.from, "startedAt");
    this.endedAt = span.until;
  }

  /** How many, and how fast. */
  public static final class Size {
    public final int counted;
    public final int perHour;

    public Size(int counted, int perHour) {
      this.counted = counted;
      this.perHour = perHour;
    }
  }

  /** When it began and ended. */
  public static final class Span {
    final Instant from;
    final Instant until;

    /**
     * @param until null while it goes on
     */
    public Span(Instant from, Instant until) {
      this.from = from;
      this.until = until;
    }
  }

  /** Whether anything is still to be done about it. */
  public boolean isGoingOn() {
    return state == State.RUNNING || state == State.UNDOING;
  }
}
