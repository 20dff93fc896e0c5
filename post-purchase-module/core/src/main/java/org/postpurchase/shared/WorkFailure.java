package org.postpurchase.shared;

import java.time.Instant;

/** An item of background work that failed and has not been done since. */
public final class WorkFailure {
  /** Which work it belongs to, such as {@code points}. */
  public final String worker;

  /** Identifies the item within its work, such as {@code account 7 lot 3}. */
  public final String item;

  /** Failed attempts since it began to fail or was last unblocked; 0 right after that. */
  public final int attempts;

  /** When it first failed. */
  public final Instant since;

  /** When it is tried again; of a blocked item, when it last failed. */
  public final Instant nextAt;

  /** Whether it waits for a person. */
  public final boolean blocked;

  /** Why it failed last. */
  public final String reason;

  public WorkFailure(
      String worker,
      String item,
      int attempts,
      Instant since,
      Instant nextAt,
      boolean blocked,
      String reason) {
    this.worker = worker;
    this.item = item;
    this.attempts = attempts;
    this.since = since;
    this.nextAt = nextAt;
    this.blocked = blocked;
    this.reason = reason;
  }

  boolean rests(Instant now) {
    return blocked || nextAt.isAfter(now);
  }
}
