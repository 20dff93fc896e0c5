package org.postpurchase.site.points;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.postpurchase.loyalty.EarningRule;
import org.postpurchase.loyalty.ShowPoints;
import org.postpurchase.shared.LocalText;

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
      String what =
          rule.type
              .way(rule, currency, locale)
              .map(way -> words.phrase("Way_" + rule.type.key(), locale, way))
              .orElse("");
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
}
