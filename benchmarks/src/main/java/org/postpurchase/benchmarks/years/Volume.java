package org.postpurchase.benchmarks.years;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many rows a full shop has. */
final class Volume {
  private static final List<String> TABLES =
      List.of(
          "BLC_CUSTOMER",
          "BLC_ORDER",
          "BLC_ORDER_ITEM",
          "BLC_ORDER_ITEM_PRICE_DTL",
          "PP_OUTBOX",
          "PP_ENROLLMENT",
          "PP_STEP_EXECUTION",
          "PP_TOUCH_DECISION",
          "PP_MESSAGE",
          "PP_POINTS_ACCOUNT",
          "PP_POINTS_ENTRY");

  private Volume() {}

  static Map<String, Object> of(JdbcTemplate jdbc) {
    Map<String, Object> rows = new LinkedHashMap<>();
    for (String table : TABLES) {
      rows.put(table, jdbc.queryForObject("select count(*) from " + table, Long.class));
    }
    return rows;
  }
}
