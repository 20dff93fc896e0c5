package org.postpurchase.holdout.jdbc;

import org.postpurchase.holdout.HoldoutStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes the JDBC implementations of this feature. */
public final class HoldoutJdbcModule {
  private HoldoutJdbcModule() {}

  public static HoldoutStore store(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcHoldoutStore(jdbc, inserts);
  }
}
