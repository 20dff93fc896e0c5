package org.postpurchase.shared;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/**
 * An immutable amount in the minor units of one currency (cents, fils, yen). Never rounds silently.
 */
public final class Money {
  private final long amountMinor;
  private final Currency currency;

  private Money(long amountMinor, Currency currency) {
    this.amountMinor = amountMinor;
    this.currency = requireNonNull(currency, "currency");
  }

  public static Money ofMinor(long amountMinor, Currency currency) {
    return new Money(amountMinor, currency);
  }

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * Converts a decimal amount to minor units.
   *
   * @param rounding used only when the amount has more digits than the currency
   * @throws ArithmeticException when rounding is {@link RoundingMode#UNNECESSARY} and digits would
   *     be lost
   */
  public static Money of(BigDecimal amount, Currency currency, RoundingMode rounding) {
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    return new Money(
        amount.setScale(digits, rounding).movePointRight(digits).longValueExact(), currency);
  }

  public long amountMinor() {
    return amountMinor;
  }

  public Currency currency() {
    return currency;
  }

  public boolean isZero() {
    return amountMinor == 0;
  }

  /**
   * @throws CurrencyMismatchException when the currencies differ
   */
  public Money plus(Money other) {
    requireSameCurrency(other);
    return new Money(Math.addExact(amountMinor, other.amountMinor), currency);
  }

  /**
   * @throws CurrencyMismatchException when the currencies differ
   */
  public Money minus(Money other) {
    requireSameCurrency(other);
    return new Money(Math.subtractExact(amountMinor, other.amountMinor), currency);
  }

  /** The amount as people of that locale write it, with the currency sign. */
  public String format(Locale locale) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(BigDecimal.valueOf(amountMinor, digits));
  }

  private void requireSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new CurrencyMismatchException(currency, other.currency);
    }
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Money
        && ((Money) o).amountMinor == amountMinor
        && ((Money) o).currency.equals(currency);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(amountMinor) + currency.hashCode();
  }

  @Override
  public String toString() {
    return BigDecimal.valueOf(amountMinor, Math.max(0, currency.getDefaultFractionDigits()))
        + " "
        + currency.getCurrencyCode();
  }
}
