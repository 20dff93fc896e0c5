package org.postpurchase.series;

/** What ends a run wherever it stands. */
public enum ExitRule {
  ORDERED_AGAIN(ReasonCode.ORDERED_AGAIN),
  ORDER_CANCELLED(ReasonCode.ORDER_CANCELLED),
  ALL_RETURNED(ReasonCode.ALL_RETURNED),
  OPTED_OUT(ReasonCode.OPTED_OUT);

  public final ReasonCode reason;

  ExitRule(ReasonCode reason) {
    this.reason = reason;
  }
}
