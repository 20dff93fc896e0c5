package org.postpurchase.catalogue;

import static java.util.Objects.requireNonNull;

/** A reward as everybody sees it, whoever that is. Immutable. */
public final class RewardOnOffer {
  public final CatalogueReward reward;

  /** What it gives, in the host's words. */
  public final String gives;

  RewardOnOffer(CatalogueReward reward, String gives) {
    this.reward = requireNonNull(reward, "reward");
    this.gives = requireNonNull(gives, "gives");
  }
}
