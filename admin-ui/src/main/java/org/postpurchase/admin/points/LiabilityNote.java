package org.postpurchase.admin.points;

import java.util.List;
import org.postpurchase.ledger.LedgerViews;

/** Plain values of what the shop owes all its customers together, for the page. */
final class LiabilityNote {
  private final LedgerViews.Liability owed;
  private final Worth worth;

  LiabilityNote(LedgerViews.Liability owed, Worth worth) {
    this.owed = owed;
    this.worth = worth;
  }

  public String getAccounts() {
    return worth.points(owed.accounts);
  }

  /** All that may be spent one day: usable, held and not matured yet. */
  public String getPoints() {
    return worth.points(total());
  }

  /** One amount for each currency that points are worth something in. */
  public List<String> getMoney() {
    return worth.money(total());
  }

  public String getAvailable() {
    return worth.points(owed.available);
  }

  public String getPending() {
    return worth.points(owed.pending);
  }

  public String getHeld() {
    return worth.points(owed.held);
  }

  /** What customers have to make up for; empty for nothing. */
  public String getShortfall() {
    return owed.shortfall == 0 ? "" : worth.points(owed.shortfall);
  }

  private long total() {
    return owed.available + owed.pending + owed.held;
  }
}
