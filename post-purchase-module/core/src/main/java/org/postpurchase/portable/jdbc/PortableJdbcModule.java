package org.postpurchase.portable.jdbc;

import java.time.Clock;
import org.postpurchase.portable.PortableKeys;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes the store. */
public final class PortableJdbcModule {
  private PortableJdbcModule() {}

  public static PortableKeys keys(JdbcTemplate jdbc, Clock clock) {
    return new JdbcPortableKeys(jdbc, clock);
  }
}
