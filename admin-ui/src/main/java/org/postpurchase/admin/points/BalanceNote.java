package org.postpurchase.admin.points;

import java.util.List;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.ledger.PointsBalance;

/** Plain values of what one account has, for the page. */
final class BalanceNote {
  private final PointsBalance balance;
  private final Worth worth;
  private final Moments moments;

  BalanceNote(PointsBalance balance, Worth worth, Moments moments) {
    this.balance = balance;
    this.worth = worth;
    this.moments = moments;
  }

  public String getUsable() {
    return worth.points(balance.usable);
  }

  /** What the usable points are worth, in each currency. */
  public List<String> getMoney() {
    return worth.money(balance.usable);
  }

  public String getPending() {
    return worth.points(balance.pending);
  }

  public String getHeld() {
    return worth.points(balance.held);
  }

  /** What has to be made up for; empty for nothing. */
  public String getShortfall() {
    return balance.shortfall == 0 ? "" : worth.points(balance.shortfall);
  }

  /** Empty when nothing ever expires. */
  public String getExpiringAt() {
    return moments.of(balance.expiringAt);
  }

  public String getExpiring() {
    return worth.points(balance.expiringNext);
  }

  public boolean isFrozen() {
    return balance.frozen;
  }
}
