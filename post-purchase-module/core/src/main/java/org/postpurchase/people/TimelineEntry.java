package org.postpurchase.people;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;

/** Something that happened to or was done by a person. Immutable. */
public final class TimelineEntry {
  /** Newest first, and always in the same order. */
  public static final Comparator<TimelineEntry> NEWEST_FIRST =
      Comparator.comparing((TimelineEntry e) -> e.at)
          .thenComparing(e -> e.source)
          .thenComparing(e -> e.id)
          .reversed();

  public final EntrySource source;

  /** Key of the row; of a posting, its number in the account. */
  public final long id;

  public final Instant at;

  /** What happened, as a code of the source: a state, a fact, a verdict's reason, a verb. */
  public final String what;

  /** What it is about, as stored: a subject, a series' name, a step's key, a code; may be empty. */
  public final String name;

  /** What the code alone does not tell; may be empty. */
  public final String detail;

  /** The host's order; 0 for none. */
  public final long orderId;

  /** Points, stars or a score, and the run or account where there is one; 0 for none. */
  public final long number;

  public final long ref;

  public TimelineEntry(EntrySource source, long id, Instant at, Told told) {
    this.source = requireNonNull(source, "source");
    this.id = id;
    this.at = requireNonNull(at, "at");
    this.what = told.what;
    this.name = told.name;
    this.detail = told.detail;
    this.orderId = told.orderId;
    this.number = told.number;
    this.ref = told.ref;
  }

  /** The part of an entry that depends on its source. */
  public static final class Told {
    private final String what;
    private final String name;
    private final String detail;
    private long orderId;
    private long number;
    private long ref;

    public Told(String what, String name, String detail) {
      this.what = text(what);
      this.name = text(name);
      this.detail = text(detail);
    }

    public Told about(long order, long amount, long other) {
      orderId = order;
      number = amount;
      ref = other;
      return this;
    }

    private static String text(String value) {
      return value == null ? "" : value;
    }
  }
}
