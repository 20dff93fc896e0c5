package org.postpurchase.site.points;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.postpurchase.loyalty.EarningRule;
import org.postpurchase.loyalty.ShowPoints;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.Money;

/** The rules that are open now, in words with their amounts and limits. */
final class WaysToEarn {
  private final ShowPoints points;
  private final PointsWords words;

  WaysToEarn(ShowPoints points, PointsWords words) {
    this.points = points;
    this.words = words;
  }

  List<PointsRow> all(Currency currency, Locale locale) {
    List<PointsRow> ways = new ArrayList<>();
    for (EarningRule rule : points.waysToEarn()) {
      String what;
      switch (rule.type) {
        case SPEND:
          what = rule.rates.of(currency).map(rate -> per(rate, currency, locale)).orElse("");
          break;
        case MULTIPLY:
          what = words.text("Way_MULTIPLY", locale, factor(rule.percent, locale));
          break;
        default:
          what = PointsWords.number(rule.points, locale);
      }
      if (!what.isEmpty()) {
        ways.add(
            new PointsRow(
                what, LocalText.in(rule.name, locale), limits(rule.limits, locale), false));
      }
    }
    return ways;
  }

  private String limits(EarningRule.Limits limits, Locale locale) {
    List<String> told = new ArrayList<>();
    if (limits.when.until != null) {
      told.add(words.programme("Until", locale, words.lastDay(limits.when.until, locale)));
    }
    if (limits.perOrder > 0) {
      told.add(words.programme("AtMostOrder", locale, PointsWords.number(limits.perOrder, locale)));
    }
    if (limits.perCustomer > 0) {
      told.add(
          words.programme(
              "AtMost_" + limits.period, locale, PointsWords.number(limits.perCustomer, locale)));
    }
    return String.join(", ", told);
  }

  private String per(BigDecimal rate, Currency currency, Locale locale) {
    Money unit = Money.of(BigDecimal.ONE, currency, RoundingMode.UNNECESSARY);
    return words.text(
        "Way_SPEND",
        locale,
        NumberFormat.getNumberInstance(locale).format(rate),
        unit.format(locale));
  }

  private static String factor(int percent, Locale locale) {
    return NumberFormat.getNumberInstance(locale).format(BigDecimal.valueOf(percent, 2));
  }
}
