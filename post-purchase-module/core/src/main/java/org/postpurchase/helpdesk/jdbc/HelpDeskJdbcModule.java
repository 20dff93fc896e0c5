package org.postpurchase.helpdesk.jdbc;

import org.postpurchase.helpdesk.HelpDeskStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class HelpDeskJdbcModule {
  private HelpDeskJdbcModule() {}

  public static HelpDeskStore store(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcHelpDesk(jdbc, inserts);
  }
}
