package org.postpurchase.order;

import static java.util.Objects.requireNonNull;

import org.postpurchase.shared.Money;

/**
 * The sums under an order, all in one currency. The discount is positive when something was taken
 * off.
 */
public final class OrderTotals {
  public final Money merchandise;
  public final Money discount;
  public final Money shipping;
  public final Money tax;
  public final Money total;

  /** How much of the total was paid with points of the programme. */
  public final Money paidWithPoints;

  /** An order paid without points. */
  public OrderTotals(Money merchandise, Money discount, Money shipping, Money tax, Money total) {
    this(merchandise, discount, shipping, tax, total, Money.zero(total.currency()));
  }

  public OrderTotals(
      Money merchandise,
      Money discount,
      Money shipping,
      Money tax,
      Money total,
      Money paidWithPoints) {
    this.merchandise = requireNonNull(merchandise, "merchandise");
    this.discount = requireNonNull(discount, "discount");
    this.shipping = requireNonNull(shipping, "shipping");
    this.tax = requireNonNull(tax, "tax");
    this.total = requireNonNull(total, "total");
    this.paidWithPoints = requireNonNull(paidWithPoints, "paidWithPoints");
  }
}
