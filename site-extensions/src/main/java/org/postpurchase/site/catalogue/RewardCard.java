package org.postpurchase.site.catalogue;

import org.postpurchase.catalogue.OfferedReward;

/** One reward in words. */
final class RewardCard {
  private final OfferedReward offered;

  /** Names this showing of the button: pressed twice it does the same once. */
  public final String token;

  public final String cost;

  /** Why it cannot be had now; empty when it can. */
  public final String state;

  /** How many are left, when they are few; else empty. */
  public final String left;

  public final String button;

  /** How long the code will be good. */
  public final String validity;

  RewardCard(
      OfferedReward offered,
      String token,
      String cost,
      String state,
      String left,
      String button,
      String validity) {
    this.offered = offered;
    this.token = token;
    this.cost = cost;
    this.state = state;
    this.left = left;
    this.button = button;
    this.validity = validity;
  }

  public String getKey() {
    return offered.reward.key;
  }

  /** Fit for the id of an element. */
  public String getId() {
    return "pp-" + offered.reward.key.replaceAll("[^A-Za-z0-9]+", "-");
  }

  public int getVersion() {
    return offered.reward.version;
  }

  public String getName() {
    return offered.reward.name;
  }

  /** Empty for none. */
  public String getDescription() {
    return offered.reward.description;
  }

  /** What it gives, in the offer's words; empty where the name says the same. */
  public String getGives() {
    return offered.gives.equals(offered.reward.name) ? "" : offered.gives;
  }

  public boolean isAvailable() {
    return state.isEmpty();
  }
}
