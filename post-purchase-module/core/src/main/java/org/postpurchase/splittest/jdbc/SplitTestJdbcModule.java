package org.postpurchase.splittest.jdbc;

import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.splittest.SplitTestStore;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes the JDBC implementations of this feature. */
public final class SplitTestJdbcModule {
  private SplitTestJdbcModule() {}

  public static SplitTestStore store(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcSplitTestStore(jdbc, inserts);
  }
}
