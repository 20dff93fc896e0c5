package org.postpurchase.loyalty;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** That somebody has joined a programme, and what was agreed to. Immutable. */
public final class Membership {
  public final String programme;
  public final String ownerKey;
  public final Instant joinedAt;
  public final int termsVersion;

  /** The words that were on the page. */
  public final String textShown;

  public Membership(
      String programme, String ownerKey, Instant joinedAt, int termsVersion, String textShown) {
    this.programme = requireNonNull(programme, "programme");
    this.ownerKey = requireNonNull(ownerKey, "ownerKey");
    this.joinedAt = requireNonNull(joinedAt, "joinedAt");
    this.termsVersion = termsVersion;
    this.textShown = requireNonNull(textShown, "textShown");
  }
}
