package org.postpurchase.sunset.jdbc;

import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.sunset.SunsetStore;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class SunsetJdbcModule {
  private SunsetJdbcModule() {}

  public static SunsetStore store(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcSunsetStore(jdbc, inserts);
  }
}
