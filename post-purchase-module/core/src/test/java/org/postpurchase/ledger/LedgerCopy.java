package org.postpurchase.ledger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** All rows of one account as they were, for putting them back after a test has spoilt them. */
final class LedgerCopy {
  private static final List<String> TABLES =
      List.of(
          "PP_POINTS_ACCOUNT",
          "PP_POINTS_LOT",
          "PP_POINTS_POSTING",
          "PP_POINTS_ENTRY",
          "PP_POINTS_HOLD",
          "PP_POINTS_HOLD_LOT");

  private final JdbcTemplate jdbc;
  private final long account;
  private final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();

  LedgerCopy(JdbcTemplate jdbc, long account) {
    this.jdbc = jdbc;
    this.account = account;
    for (String table : TABLES) {
      rows.put(
          table, jdbc.queryForList("select * from " + table + " where ACCOUNT_ID = ?", account));
    }
  }

  /** As a person repairs it: everything right again, the account still frozen. */
  void restore() {
    rows.forEach(
        (table, all) -> {
          jdbc.update("delete from " + table + " where ACCOUNT_ID = ?", account);
          all.forEach(row -> insert(table, row));
        });
    jdbc.update("update PP_POINTS_ACCOUNT set STATE = 'FROZEN' where ACCOUNT_ID = ?", account);
  }

  private void insert(String table, Map<String, Object> row) {
    String marks = String.join(", ", Collections.nCopies(row.size(), "?"));
    String columns = String.join(", ", row.keySet());
    jdbc.update(
        "insert into " + table + " (" + columns + ") values (" + marks + ")",
        row.values().toArray());
  }
}
