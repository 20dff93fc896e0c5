package org.postpurchase.admin.points;

import java.util.List;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.loyalty.Owners;

/** Plain values of one account for the pages. */
final class HolderRow {
  private final LedgerViews.Holder holder;
  private final String name;
  private final Worth worth;
  private final Moments moments;

  /**
   * @param name of the customer, or the order's number; null where the host has none
   */
  HolderRow(LedgerViews.Holder holder, String name, Worth worth, Moments moments) {
    this.holder = holder;
    this.name = name;
    this.worth = worth;
    this.moments = moments;
  }

  public long getId() {
    return holder.accountId;
  }

  /** Whether it is a customer's; else it is that of a guest's order. */
  public boolean isCustomer() {
    return getCustomerId() != 0;
  }

  public long getCustomerId() {
    return Owners.customerId(holder.ownerKey);
  }

  /** The name, or the id where the host has none. */
  public String getOwner() {
    long id = isCustomer() ? getCustomerId() : Owners.orderId(holder.ownerKey);
    return name == null || name.isEmpty() ? "#" + id : name;
  }

  public boolean isOwnerKnown() {
    return name != null && !name.isEmpty();
  }

  public boolean isFrozen() {
    return holder.frozen;
  }

  public String getPending() {
    return worth.points(holder.pending);
  }

  public String getAvailable() {
    return worth.points(holder.available);
  }

  public String getHeld() {
    return worth.points(holder.held);
  }

  public List<String> getMoney() {
    return worth.money(holder.available);
  }

  public String getChangedAt() {
    return moments.of(holder.changedAt);
  }
}
