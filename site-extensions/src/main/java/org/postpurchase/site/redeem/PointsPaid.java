package org.postpurchase.site.redeem;

import static java.util.Objects.requireNonNull;

import org.broadleafcommerce.common.money.Money;

/** What points pay of an order, and what is left: the last lines of a summary. */
public final class PointsPaid {
  private final String label;
  private final String restLabel;
  private final Money amount;
  private final Money rest;

  PointsPaid(String label, String restLabel, Money amount, Money rest) {
    this.label = requireNonNull(label, "label");
    this.restLabel = requireNonNull(restLabel, "restLabel");
    this.amount = requireNonNull(amount, "amount");
    this.rest = requireNonNull(rest, "rest");
  }

  /** For example "Paid with 1,200 points". */
  public String getLabel() {
    return label;
  }

  /** For example "Left to pay". */
  public String getRestLabel() {
    return restLabel;
  }

  public Money getAmount() {
    return amount;
  }

  public Money getRest() {
    return rest;
  }

  public boolean isAll() {
    return rest.isZero();
  }
}
