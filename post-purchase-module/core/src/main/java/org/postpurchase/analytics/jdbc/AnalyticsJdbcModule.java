package org.postpurchase.analytics.jdbc;

import org.postpurchase.analytics.AttributionStore;
import org.postpurchase.analytics.FigureStore;
import org.postpurchase.shared.jdbc.RowSets;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's statements. */
public final class AnalyticsJdbcModule {
  private AnalyticsJdbcModule() {}

  public static AttributionStore attributions(RowSets sets) {
    return new JdbcAttributions(sets);
  }

  public static FigureStore figures(JdbcTemplate jdbc) {
    return new JdbcFigures(jdbc);
  }
}
