package org.postpurchase.admin.points;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.loyalty.Programme;
import org.postpurchase.loyalty.Rates;

/**
 * Writes points as numbers and as the money that they are worth in each currency that has a rate
 * and that the shop sells in; in all that have one where the shop sells in none of them.
 */
final class Worth {
  private final Optional<Programme> programme;
  private final Set<String> sold;
  private final Locale locale;

  /**
   * @param sold codes of the shop's currencies
   */
  Worth(Optional<Programme> programme, Set<String> sold, Locale locale) {
    this.programme = programme;
    this.sold = sold;
    this.locale = locale;
  }

  String points(long points) {
    return NumberFormat.getIntegerInstance(locale).format(points);
  }

  /** With its sign, for movements. */
  String change(long points) {
    return (points > 0 ? "+" : points < 0 ? "\u2212" : "") + points(Math.abs(points));
  }

  /** One amount for each currency that has a rate. */
  List<String> money(long points) {
    List<String> amounts = new ArrayList<>();
    if (programme.isPresent()) {
      for (Currency currency : currencies(programme.get().spending.rates)) {
        programme
            .get()
            .spending
            .worth(points, currency)
            .ifPresent(worth -> amounts.add(worth.format(locale)));
      }
    }
    return amounts;
  }

  private List<Currency> currencies(Rates rates) {
    List<Currency> known =
        rates.currencies().stream()
            .filter(currency -> sold.contains(currency.getCurrencyCode()))
            .collect(Collectors.toList());
    return known.isEmpty() ? rates.currencies() : known;
  }
}
