package org.postpurchase.admin.recommend;

import java.util.Locale;
import org.postpurchase.recommend.RecommendWords;
import org.postpurchase.recommend.Recommendation;

/** What somebody who bought a product would be recommended. */
final class TriedRow {
  private final Recommendation recommendation;
  private final Locale locale;

  TriedRow(Recommendation recommendation, Locale locale) {
    this.recommendation = recommendation;
    this.locale = locale;
  }

  public String getName() {
    return recommendation.product.name;
  }

  public String getReason() {
    return RecommendWords.reason(recommendation, locale);
  }
}
