package org.postpurchase.content.jdbc;

import org.postpurchase.content.ContentStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's table. */
public final class ContentJdbcModule {
  private ContentJdbcModule() {}

  public static ContentStore content(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcContentStore(jdbc, inserts);
  }
}
