package org.postpurchase.click.jdbc;

import org.postpurchase.click.ClickStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class ClickJdbcModule {
  private ClickJdbcModule() {}

  public static ClickStore store(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcClickStore(jdbc, inserts);
  }
}
