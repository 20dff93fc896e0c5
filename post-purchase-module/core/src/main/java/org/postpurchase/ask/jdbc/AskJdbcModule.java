package org.postpurchase.ask.jdbc;

import org.postpurchase.ask.AskStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class AskJdbcModule {
  private AskJdbcModule() {}

  public static AskStore asks(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcAskStore(jdbc, inserts);
  }
}
