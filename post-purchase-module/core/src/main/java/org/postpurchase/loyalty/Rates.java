package org.postpurchase.loyalty;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postpurchase.shared.PostPurchaseException;

/**
 * Points for one whole unit of each currency, as merchants write it: {@code EUR=100, JPY=1,
 * KWD=300}. Immutable. A currency that is not listed has no rate: there, nothing is earned or paid.
 */
public final class Rates {
  private final Map<String, BigDecimal> points;

  private Rates(Map<String, BigDecimal> points) {
    this.points = Collections.unmodifiableMap(new TreeMap<>(points));
  }

  /**
   * Reads a merchant's text.
   *
   * @throws PostPurchaseException naming the part that makes no sense
   */
  public static Rates of(String text) {
    Map<String, BigDecimal> points = new TreeMap<>();
    for (String part : text.split("[,;\\n]")) {
      if (!part.trim().isEmpty()) {
        String[] sides = part.split("=", -1);
        String code = sides[0].trim().toUpperCase(Locale.ROOT);
        if (sides.length != 2 || points.put(currency(code, part), rate(sides[1], part)) != null) {
          throw refused(part, "write each currency once, like EUR=100");
        }
      }
    }
    return new Rates(points);
  }

  private static String currency(String code, String part) {
    Currency currency;
    try {
      currency = Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw refused(part, "'" + code + "' is no currency code of ISO 4217");
    }
    if (currency.getDefaultFractionDigits() < 0) { // metals, funds, tests and "no currency"
      throw refused(part, "'" + code + "' is no money that orders are paid in");
    }
    return currency.getCurrencyCode();
  }

  private static BigDecimal rate(String text, String part) {
    try {
      BigDecimal rate = new BigDecimal(text.trim());
      if (rate.signum() > 0 && rate.scale() <= 4 && rate.precision() - rate.scale() <= 7) {
        return rate;
      }
    } catch (NumberFormatException e) {
      throw refused(part, "'" + text.trim() + "' is no number");
    }
    throw refused(part, "a rate is above 0, below 10 million and has at most 4 decimals");
  }

  private static PostPurchaseException refused(String part, String why) {
    return new PostPurchaseException("The rate '" + part.trim() + "' cannot be used: " + why + ".");
  }

  /** Points for one whole unit; empty when that currency has no rate. */
  public Optional<BigDecimal> of(Currency currency) {
    return Optional.ofNullable(points.get(currency.getCurrencyCode()));
  }

  /** All that have a rate, in the order of their codes. */
  public List<Currency> currencies() {
    return points.keySet().stream().map(Currency::getInstance).collect(Collectors.toList());
  }

  public boolean isEmpty() {
    return points.isEmpty();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    points.forEach(
        (code, rate) ->
            text.append(text.length() == 0 ? "" : ", ")
                .append(code)
                .append('=')
                .append(rate.toPlainString()));
    return text.toString();
  }
}
