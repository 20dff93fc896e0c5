package org.postpurchase.recommend.jdbc;

import org.postpurchase.recommend.RecommendStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class RecommendJdbcModule {
  private RecommendJdbcModule() {}

  public static RecommendStore store(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcRecommendStore(jdbc, inserts);
  }
}
