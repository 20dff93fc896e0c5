package org.postpurchase.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Points for somebody, with what they are for. Immutable. */
public final class EarnRequest {
  public final String programme;
  public final String ownerKey;

  /** Identifies what is paid for, independent of the rule that computed the points. */
  public final String key;

  public final long points;
  public final LotCause cause;

  /** Null while nobody can tell. */
  public final Instant maturesAt;

  /** Null for never. */
  public final Instant expiresAt;

  /** Whether they can be used at once. */
  public final boolean matured;

  /**
   * @throws IllegalArgumentException when the points are not above zero
   */
  public EarnRequest(
      String programme,
      String ownerKey,
      String key,
      long points,
      LotCause cause,
      Instant maturesAt,
      Instant expiresAt,
      boolean matured) {
    this.programme = requireNonNull(programme, "programme");
    this.ownerKey = requireNonNull(ownerKey, "ownerKey");
    this.key = requireNonNull(key, "key");
    this.points = points;
    this.cause = requireNonNull(cause, "cause");
    this.maturesAt = maturesAt;
    this.expiresAt = expiresAt;
    this.matured = matured;
    if (points <= 0) {
      throw new IllegalArgumentException("Only more than 0 points can be earned, not " + points);
    }
  }
}
