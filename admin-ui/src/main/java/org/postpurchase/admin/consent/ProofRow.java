package org.postpurchase.admin.consent;

import org.postpurchase.admin.ui.Moments;
import org.postpurchase.restraint.OptInCheck;

/** One confirmed or open tick, in the words of the screen. */
final class ProofRow {
  private final OptInCheck check;
  private final Moments moments;

  ProofRow(OptInCheck check, Moments moments) {
    this.check = check;
    this.moments = moments;
  }

  public String getTextShown() {
    return check.textShown;
  }

  public String getTickedAt() {
    return moments.of(check.tickedAt);
  }

  public String getAskedAt() {
    return moments.of(check.askedAt);
  }

  /** Empty while nobody has. */
  public String getConfirmedAt() {
    return check.confirmedAt().map(moments::of).orElse("");
  }

  public String getConfirmedFrom() {
    return check.confirmedFrom;
  }

  public long getOrderId() {
    return check.orderId;
  }
}
