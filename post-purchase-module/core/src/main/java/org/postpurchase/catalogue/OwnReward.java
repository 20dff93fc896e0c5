package org.postpurchase.catalogue;

import static java.util.Objects.requireNonNull;

import org.postpurchase.reward.RewardCode;

/** What a customer has bought, with its code as it stands. Immutable. */
public final class OwnReward {
  public final RewardPurchase purchase;
  public final RewardCode code;

  OwnReward(RewardPurchase purchase, RewardCode code) {
    this.purchase = requireNonNull(purchase, "purchase");
    this.code = requireNonNull(code, "code");
  }
}
