package org.postpurchase.service;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** One line of a case's history. Immutable, and so is its row. */
public final class CaseEvent {
  public static final String CUSTOMER = "CUSTOMER";
  public static final String SHOP = "SHOP";

  /** The names are stored and never change their meaning. */
  public enum Kind {
    OPENED,
    /** The customer wrote again. */
    CUSTOMER,
    ASSIGNED,
    NOTE,
    /** Staff answered the customer. */
    ANSWERED,
    WAITS,
    GOES_ON,
    CLOSED,
    /** Advertising goes on. */
    RESUMED,
    REOPENED
  }

  public final Kind kind;

  /** Login of staff, or one of the constants. */
  public final String actor;

  public final String note;
  public final Instant at;

  public CaseEvent(Kind kind, String actor, String note, Instant at) {
    this.kind = requireNonNull(kind, "kind");
    this.actor = requireNonNull(actor, "actor");
    this.note = requireNonNull(note, "note");
    this.at = requireNonNull(at, "at");
  }
}
