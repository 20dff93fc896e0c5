package org.postpurchase.benchmarks.years;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** All rows that orders have left in the tables of the shop and of the plugin. */
final class Patterns {
  /** What is about the shop as a whole and no order's. */
  private static final Set<String> SHOP_WIDE =
      Set.of(
          "blc_id_generation",
          "pp_lease",
          "pp_task_progress",
          "pp_work_failure",
          "pp_installation",
          "pp_channel_breaker",
          "pp_ledger_proof",
          "pp_rule_budget",
          "pp_audit",
          "pp_template_version",
          "pp_series_version");

  private final JdbcTemplate jdbc;
  private final Set<String> known = new LinkedHashSet<>();

  /** Whether there is one row for the shop, however many orders it has. */
  static boolean isShopWide(String table) {
    return SHOP_WIDE.contains(table.toLowerCase(Locale.ROOT));
  }

  Patterns(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Rows that are there now and were not when it was asked before. */
  List<PatternRow> capture() {
    List<PatternRow> rows = new ArrayList<>();
    for (String table : tables()) {
      jdbc.queryForList("select * from " + table).stream()
          .map(values -> new PatternRow(table, new LinkedHashMap<>(values)))
          .filter(PatternRow::isNew)
          .filter(row -> known.add(identity(row)))
          .forEach(rows::add);
    }
    return rows;
  }

  /** Its own numbers: a row that was changed in between is still the same. */
  private static String identity(PatternRow row) {
    StringBuilder identity = new StringBuilder(row.table());
    row.values()
        .forEach(
            (column, value) -> {
              if (value instanceof Number number && Numbers.isOne(number.longValue())
                  || column.toLowerCase(Locale.ROOT).endsWith("_no")
                  || column.toLowerCase(Locale.ROOT).endsWith("key")
                  || column.equalsIgnoreCase("contact")
                  || column.equalsIgnoreCase("name")) {
                identity.append('|').append(column).append('=').append(value);
              }
            });
    return identity.toString();
  }

  private List<String> tables() {
    return jdbc.queryForList(
        "select table_name from information_schema.tables where table_schema = current_schema()"
            + " and table_type = 'BASE TABLE' and (upper(table_name) like 'BLC\\_%' or"
            + " upper(table_name) like 'PP\\_%') order by 1",
        String.class);
  }
}
