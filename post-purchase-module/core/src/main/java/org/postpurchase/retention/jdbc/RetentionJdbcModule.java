package org.postpurchase.retention.jdbc;

import org.postpurchase.retention.OldRows;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's statements. */
public final class RetentionJdbcModule {
  private RetentionJdbcModule() {}

  public static OldRows oldRows(JdbcTemplate jdbc) {
    return new JdbcOldRows(jdbc);
  }
}
