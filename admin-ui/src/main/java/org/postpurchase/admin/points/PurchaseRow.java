package org.postpurchase.admin.points;

import org.postpurchase.admin.ui.Moments;
import org.postpurchase.catalogue.OwnReward;
import org.postpurchase.reward.RewardState;

/** Plain values of a reward that somebody bought with points, for the page. */
final class PurchaseRow {
  private final OwnReward own;
  private final boolean late;
  private final Worth worth;
  private final Moments moments;

  PurchaseRow(OwnReward own, boolean late, Worth worth, Moments moments) {
    this.own = own;
    this.late = late;
    this.worth = worth;
    this.moments = moments;
  }

  /** Identifies the purchase. */
  public String getKey() {
    return own.purchase.requestKey;
  }

  public String getName() {
    return own.purchase.rewardName;
  }

  public String getPoints() {
    return worth.points(own.purchase.points);
  }

  public String getCode() {
    return own.code.code;
  }

  /** Of the code; EXPIRED when it was not used in time. */
  public String getState() {
    return late ? "EXPIRED" : own.code.state.name();
  }

  public String getBoughtAt() {
    return moments.of(own.purchase.boughtAt);
  }

  public String getExpiresAt() {
    return moments.of(own.code.expiresAt);
  }

  /** Whether a person can take it back: also when its code has expired unused. */
  public boolean isOpen() {
    return own.purchase.takenBackAt == null && own.code.state == RewardState.ISSUED;
  }
}
