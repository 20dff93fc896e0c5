package org.postpurchase.site.catalogue;

import org.postpurchase.catalogue.RewardOnOffer;

/** One reward in words for everybody. */
final class RewardTeaser {
  private final RewardOnOffer offered;
  public final String cost;

  /** Who can have it; empty for every member. */
  public final String tier;

  RewardTeaser(RewardOnOffer offered, String cost, String tier) {
    this.offered = offered;
    this.cost = cost;
    this.tier = tier;
  }

  public String getName() {
    return offered.reward.name;
  }

  /** What it gives, in the offer's words; empty where the name says the same. */
  public String getGives() {
    return offered.gives.equals(offered.reward.name) ? "" : offered.gives;
  }

  /** Empty for none. */
  public String getDescription() {
    return offered.reward.description;
  }
}
