package org.postpurchase.tier;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A step up, a step down, or the warning of one, as it is on record. Immutable. */
public final class TierChange {
  /** What happened. The names are stored. */
  public enum Kind {
    /** Reached, with all that it is good for. */
    REACHED,
    /** Had been reached before the tier was there; no reward, no mail. */
    FOUND,
    /** Will be lost at the end of the grace unless enough is gathered again. */
    AT_RISK,
    /** Enough was gathered again in time. */
    KEPT,
    /** Lost; the next lower one is left, or none. */
    LOST,
    /** The merchant took the tier away. */
    REMOVED
  }

  public final long accountId;
  public final String ownerKey;
  public final Kind kind;

  /** The tier it is about. */
  public final String tierKey;

  /** Which of the account's ascents; of {@link Kind#REACHED}. */
  public final int ascent;

  public final long qualified;

  /** Of {@link Kind#AT_RISK}: when it is lost; else null. */
  public final Instant until;

  public final Instant at;

  public TierChange(
      long accountId,
      String ownerKey,
      Kind kind,
      String tierKey,
      int ascent,
      long qualified,
      Instant until,
      Instant at) {
    this.accountId = accountId;
    this.ownerKey = requireNonNull(ownerKey, "ownerKey");
    this.kind = requireNonNull(kind, "kind");
    this.tierKey = requireNonNull(tierKey, "tierKey");
    this.ascent = ascent;
    this.qualified = qualified;
    this.until = until;
    this.at = requireNonNull(at, "at");
  }
}
