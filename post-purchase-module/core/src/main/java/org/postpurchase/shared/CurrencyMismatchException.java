package org.postpurchase.shared;

import java.util.Currency;

/** Two amounts of different currencies were added or compared. */
public final class CurrencyMismatchException extends PostPurchaseException {
  CurrencyMismatchException(Currency one, Currency other) {
    super(
        "Amounts in "
            + one.getCurrencyCode()
            + " and "
            + other.getCurrencyCode()
            + " cannot be combined; convert one of them first.");
  }
}
