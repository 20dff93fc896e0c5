package org.postpurchase.admin.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Writes money as the merchant reads it; rounded half even to the currency's digits. */
public final class Amounts {
  private Amounts() {}

  /**
   * @param currency ISO 4217 code; of an unknown one the code is written behind the number
   */
  public static String of(BigDecimal amount, String currency, Locale locale) {
    try {
      NumberFormat format = NumberFormat.getCurrencyInstance(locale);
      Currency known = Currency.getInstance(currency);
      format.setCurrency(known);
      format.setMinimumFractionDigits(Math.max(0, known.getDefaultFractionDigits()));
      format.setMaximumFractionDigits(Math.max(0, known.getDefaultFractionDigits()));
      format.setRoundingMode(RoundingMode.HALF_EVEN);
      return format.format(amount);
    } catch (IllegalArgumentException unknown) {
      String plain = amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
      return (plain + " " + currency).trim();
    }
  }

  /**
   * @param stored number and currency, as 12.50 EUR
   */
  public static String inWords(String stored, Locale locale) {
    int blank = stored.indexOf(' ');
    return blank < 0
        ? stored
        : of(new BigDecimal(stored.substring(0, blank)), stored.substring(blank + 1), locale);
  }
}
