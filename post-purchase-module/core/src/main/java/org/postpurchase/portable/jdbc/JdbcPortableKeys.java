package org.postpurchase.portable.jdbc;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.postpurchase.portable.PortableKeys;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of {@code PP_PORTABLE_KEY}. Two unique indexes keep one name for each setting. */
final class JdbcPortableKeys implements PortableKeys {
  private final JdbcTemplate jdbc;
  private final Clock clock;

  JdbcPortableKeys(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Map<Long, String> of(String kind) {
    Map<Long, String> keys = new HashMap<>();
    jdbc.query(
        "select LOCAL_ID, PORTABLE_KEY from PP_PORTABLE_KEY where KIND = ?",
        row -> {
          keys.put(row.getLong("LOCAL_ID"), row.getString("PORTABLE_KEY"));
        },
        kind);
    return keys;
  }

  @Override
  public void name(String kind, long id, String key) {
    int same =
        jdbc.update(
            "update PP_PORTABLE_KEY set LOCAL_ID = ? where KIND = ? and PORTABLE_KEY = ?",
            id,
            kind,
            key);
    if (same == 0) {
      jdbc.update(
          "insert into PP_PORTABLE_KEY (KIND, LOCAL_ID, PORTABLE_KEY, NAMED_AT)"
              + " values (?, ?, ?, ?)",
          kind,
          id,
          key,
          Utc.param(clock.instant()));
    }
  }
}
