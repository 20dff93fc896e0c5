package org.postpurchase.tier;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Where a member stands. Immutable. */
public final class Standing {
  public final long accountId;

  /** Empty below the lowest tier. */
  public final String tierKey;

  /** When that tier was reached, or fallen to; null for never. */
  public final Instant since;

  /** How often a tier was reached from below; numbers the rewards. */
  public final int ascents;

  /** What counted when it was last looked at: points, or the currency's smallest coin. */
  public final long qualified;

  /** When one tier is lost unless enough is gathered again; null while nothing is at risk. */
  public final Instant graceUntil;

  /** The ladder it was last held against; empty for none. */
  public final String fingerprint;

  /** When to look again; null for when the account moves. */
  public final Instant dueAt;

  /** Counts the changes, so that two nodes never both make one. */
  public final int edition;

  public Standing(
      long accountId,
      String tierKey,
      Instant since,
      int ascents,
      long qualified,
      Instant graceUntil,
      String fingerprint,
      Instant dueAt,
      int edition) {
    this.accountId = accountId;
    this.tierKey = requireNonNull(tierKey, "tierKey");
    this.since = since;
    this.ascents = ascents;
    this.qualified = qualified;
    this.graceUntil = graceUntil;
    this.fingerprint = requireNonNull(fingerprint, "fingerprint");
    this.dueAt = dueAt;
    this.edition = edition;
  }

  static Standing none(long accountId) {
    return new Standing(accountId, "", null, 0, 0, null, "", null, 0);
  }
}
