package org.postpurchase.shared.jdbc;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts rows up to a bound, so that a tab above a list costs the same however long the list is.
 */
public final class CountUpTo {
  private CountUpTo() {}

  /**
   * How many there are; {@code most} + 1 when they are more than that.
   *
   * @param from table with joins and conditions
   */
  public static int rows(JdbcTemplate jdbc, int most, String from, List<?> args) {
    String sql =
        "select count(*) from (select 1 as N from " + from + " limit " + (most + 1) + ") LISTED";
    return jdbc.queryForObject(sql, Integer.class, args.toArray());
  }
}
