package org.postpurchase.admin.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import org.postpurchase.analytics.ProductFigure;

/** One product of the report; plain values for the page. */
public final class ProductRow {
  public final long id;

  /** Empty for one that the shop does not have any more. */
  public final String name;

  public final long reviews;

  /** In the reader's digits; empty without reviews. */
  public final String average;

  /** The average as a share of five stars, in per cent. */
  public final int averagePercent;

  public final long low;
  public final int lowPercent;
  public final long kept;
  public final long delivered;
  public final int keptPercent;
  public final long problems;
  public final long problemsOpen;
  public final long answers;

  /** With its sign. */
  public final String score;

  ProductRow(ProductFigure figure, String name, Locale locale) {
    id = figure.productId;
    this.name = name;
    reviews = figure.reviews();
    NumberFormat digits = NumberFormat.getInstance(locale);
    digits.setMinimumFractionDigits(1);
    average = figure.average().map(digits::format).orElse("");
    averagePercent =
        figure.average().map(a -> a.multiply(BigDecimal.valueOf(20)).intValue()).orElse(0);
    low = figure.low();
    lowPercent = percent(low, reviews);
    kept = figure.kept.kept;
    delivered = kept + figure.kept.back;
    keptPercent = percent(kept, delivered);
    problems = figure.problems.all;
    problemsOpen = figure.problems.open;
    answers = figure.recommended.answers;
    long points = figure.recommended.score();
    score = (points > 0 ? "+" : points < 0 ? "\u2212" : "") + Math.abs(points);
  }

  private static int percent(long part, long whole) {
    return whole == 0
        ? 0
        : BigDecimal.valueOf(100 * part)
            .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
            .intValue();
  }
}
