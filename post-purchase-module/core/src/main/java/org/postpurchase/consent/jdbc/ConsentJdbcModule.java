package org.postpurchase.consent.jdbc;

import org.postpurchase.consent.ConsentStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class ConsentJdbcModule {
  private ConsentJdbcModule() {}

  public static ConsentStore consents(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcConsentStore(jdbc, inserts);
  }
}
