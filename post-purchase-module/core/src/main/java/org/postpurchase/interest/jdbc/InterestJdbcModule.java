package org.postpurchase.interest.jdbc;

import org.postpurchase.interest.InterestStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's table. */
public final class InterestJdbcModule {
  private InterestJdbcModule() {}

  public static InterestStore interests(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcInterestStore(jdbc, inserts);
  }
}
