package org.postpurchase.site.redeem;

import static java.util.Objects.requireNonNull;

import org.broadleafcommerce.common.money.Money;

/** What points pay of an order, and what is left: the last lines of a summary. */
public final class PointsPaid {
  /** For example "Paid with 1,200 points". */
  public final String label;

  /** For example "Left to pay". */
  public final String restLabel;

  public final Money amount;
  public final Money rest;

  PointsPaid(String label, String restLabel, Money amount, Money rest) {
    this.label = requireNonNull(label, "label");
    this.restLabel = requireNonNull(restLabel, "restLabel");
    this.amount = requireNonNull(amount, "amount");
    this.rest = requireNonNull(rest, "rest");
  }

  public boolean isAll() {
    return rest.isZero();
  }
}
