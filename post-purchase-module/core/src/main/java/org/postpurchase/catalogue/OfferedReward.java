package org.postpurchase.catalogue;

import static java.util.Objects.requireNonNull;

/** A reward as one customer sees it. Immutable. */
public final class OfferedReward {
  public final CatalogueReward reward;

  /** What it gives, in the host's words. */
  public final String gives;

  /** AVAILABLE, or why this customer cannot have it now. */
  public final CatalogueVerdict verdict;

  /** How many points the customer lacks; 0 for none. */
  public final long missing;

  /** How many are left; -1 for any number. */
  public final long left;

  OfferedReward(
      CatalogueReward reward, String gives, CatalogueVerdict verdict, long missing, long left) {
    this.reward = requireNonNull(reward, "reward");
    this.gives = requireNonNull(gives, "gives");
    this.verdict = requireNonNull(verdict, "verdict");
    this.missing = missing;
    this.left = left;
  }
}
