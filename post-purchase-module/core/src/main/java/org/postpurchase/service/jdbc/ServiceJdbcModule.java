package org.postpurchase.service.jdbc;

import org.postpurchase.service.CaseStore;
import org.postpurchase.service.ServiceSettingsStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class ServiceJdbcModule {
  private ServiceJdbcModule() {}

  public static CaseStore cases(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcCaseStore(jdbc, inserts);
  }

  public static ServiceSettingsStore settings(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcServiceSettings(jdbc, inserts);
  }
}
