package org.postpurchase.segment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A comparison that time alone can change, and up to when that was looked at. Immutable. */
public final class TimedLeaf {
  public final Leaf leaf;
  public final Instant lookedAt;

  public TimedLeaf(Leaf leaf, Instant lookedAt) {
    this.leaf = requireNonNull(leaf, "leaf");
    this.lookedAt = requireNonNull(lookedAt, "lookedAt");
  }
}
