package org.postpurchase.series.jdbc;

import org.postpurchase.series.DecisionStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class SeriesJdbcModule {
  private SeriesJdbcModule() {}

  public static DecisionStore decisions(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcDecisionStore(jdbc, inserts);
  }
}
