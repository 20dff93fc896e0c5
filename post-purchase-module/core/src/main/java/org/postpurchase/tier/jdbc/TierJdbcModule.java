package org.postpurchase.tier.jdbc;

import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.tier.StandingStore;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class TierJdbcModule {
  private TierJdbcModule() {}

  public static StandingStore standings(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcStandingStore(jdbc, inserts);
  }
}
