package org.postpurchase.catalogue;

import org.postpurchase.reward.RewardCode;

/** Outcome of a purchase request: the reward is there, or why it is not and nothing has changed. */
public final class BuyResult {
  public final CatalogueVerdict verdict;

  /** Null unless it was bought. */
  public final RewardPurchase purchase;

  /** Null unless it was bought and is still on record. */
  public final RewardCode code;

  /** Whether the same press of the button was answered before. */
  public final boolean repeated;

  private BuyResult(
      CatalogueVerdict verdict, RewardPurchase purchase, RewardCode code, boolean repeated) {
    this.verdict = verdict;
    this.purchase = purchase;
    this.code = code;
    this.repeated = repeated;
  }

  static BuyResult bought(RewardPurchase purchase, RewardCode code) {
    return new BuyResult(CatalogueVerdict.AVAILABLE, purchase, code, false);
  }

  static BuyResult repeated(RewardPurchase purchase, RewardCode code) {
    return new BuyResult(CatalogueVerdict.AVAILABLE, purchase, code, true);
  }

  static BuyResult refused(CatalogueVerdict why) {
    return new BuyResult(why, null, null, false);
  }

  public boolean isBought() {
    return purchase != null;
  }

  @Override
  public String toString() {
    return isBought()
        ? (repeated ? "repeated " : "bought ") + purchase.requestKey
        : "refused " + verdict;
  }
}
