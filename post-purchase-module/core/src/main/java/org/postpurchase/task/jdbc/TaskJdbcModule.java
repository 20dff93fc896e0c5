package org.postpurchase.task.jdbc;

import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.task.StaffTaskStore;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's table. */
public final class TaskJdbcModule {
  private TaskJdbcModule() {}

  public static StaffTaskStore tasks(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcStaffTaskStore(jdbc, inserts);
  }
}
