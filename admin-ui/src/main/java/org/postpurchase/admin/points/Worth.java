package org.postpurchase.admin.points;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.loyalty.Programme;

/**
 * Writes points as numbers and as the money that they are worth in each of the rates' currencies.
 */
final class Worth {
  private final Optional<Programme> programme;
  private final Locale locale;

  Worth(Optional<Programme> programme, Locale locale) {
    this.programme = programme;
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
      for (Currency currency : programme.get().spending.rates.currencies()) {
        programme
            .get()
            .spending
            .worth(points, currency)
            .ifPresent(worth -> amounts.add(worth.format(locale)));
      }
    }
    return amounts;
  }
}
