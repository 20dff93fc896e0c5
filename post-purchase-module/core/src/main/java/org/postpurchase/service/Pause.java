package org.postpurchase.service;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** An interval in which a case waited for its customer. Immutable. */
public final class Pause {
  public final Instant from;

  /** Null while it lasts. */
  public final Instant to;

  public Pause(Instant from, Instant to) {
    this.from = requireNonNull(from, "from");
    this.to = to;
  }
}
