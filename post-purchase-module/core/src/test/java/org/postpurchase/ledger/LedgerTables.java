package org.postpurchase.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks at the ledger's tables with SQL of its own. */
final class LedgerTables {
  private LedgerTables() {}

  static void empty(JdbcTemplate jdbc) {
    for (String table :
        Arrays.asList(
            "PP_POINTS_ADJUSTMENT",
            "PP_POINTS_STAFF",
            "PP_POINTS_REQUEST",
            "PP_POINTS_HOLD_LOT",
            "PP_POINTS_HOLD",
            "PP_POINTS_ENTRY",
            "PP_POINTS_POSTING",
            "PP_POINTS_LOT",
            "PP_POINTS_ACCOUNT",
            "PP_LEDGER_MISMATCH",
            "PP_LEDGER_PROOF")) {
      jdbc.update("delete from " + table);
    }
  }

  static String lots(JdbcTemplate jdbc, long account) {
    StringBuilder text = new StringBuilder();
    jdbc.query(
        "select LOT_NO, PENDING, AVAILABLE, HELD, SPENT, EXPIRED, REVERSED from PP_POINTS_LOT"
            + " where ACCOUNT_ID = ? order by LOT_NO",
        (row, n) ->
            text.append(row.getInt(1))
                .append(':')
                .append(row.getLong(2))
                .append('/')
                .append(row.getLong(3))
                .append('/')
                .append(row.getLong(4))
                .append('/')
                .append(row.getLong(5))
                .append('/')
                .append(row.getLong(6))
                .append('/')
                .append(row.getLong(7))
                .append('\n'),
        account);
    return text.toString();
  }

  /** What must never be, asked in SQL: sums, balances and numbers that do not agree. */
  static List<String> violations(JdbcTemplate jdbc) {
    List<String> found = new ArrayList<>();
    check(
        jdbc,
        found,
        "a posting does not sum to zero",
        "select count(*) from (select ACCOUNT_ID from PP_POINTS_ENTRY"
            + " group by ACCOUNT_ID, POSTING_NO having sum(POINTS) <> 0) x");
    check(
        jdbc,
        found,
        "an account is not the sum of its lots",
        "select count(*) from PP_POINTS_ACCOUNT a where a.PENDING <> (select coalesce(sum(l.PENDING), 0)"
            + " from PP_POINTS_LOT l where l.ACCOUNT_ID = a.ACCOUNT_ID) or a.AVAILABLE <> (select"
            + " coalesce(sum(l.AVAILABLE), 0) from PP_POINTS_LOT l where l.ACCOUNT_ID = a.ACCOUNT_ID) or a.HELD <>"
            + " (select coalesce(sum(l.HELD), 0) from PP_POINTS_LOT l where l.ACCOUNT_ID = a.ACCOUNT_ID)");
    check(
        jdbc,
        found,
        "an account is not the sum of its entries",
        "select count(*) from PP_POINTS_ACCOUNT a where a.PENDING + a.AVAILABLE + a.HELD - a.SHORTFALL <>"
            + " (select coalesce(sum(e.POINTS), 0) from PP_POINTS_ENTRY e where e.ACCOUNT_ID = a.ACCOUNT_ID"
            + " and e.BUCKET in ('PENDING', 'AVAILABLE', 'HELD', 'OWED'))");
    check(
        jdbc,
        found,
        "entries are not numbered without gaps",
        "select count(*) from PP_POINTS_ACCOUNT a where a.ENTRY_NO <>"
            + " (select count(*) from PP_POINTS_ENTRY e where e.ACCOUNT_ID = a.ACCOUNT_ID)");
    check(
        jdbc,
        found,
        "what is held is not what the open holds say",
        "select count(*) from PP_POINTS_ACCOUNT a where a.HELD <> (select coalesce(sum(h.POINTS), 0)"
            + " from PP_POINTS_HOLD h where h.ACCOUNT_ID = a.ACCOUNT_ID and h.STATE = 'HELD')");
    return found;
  }

  private static void check(JdbcTemplate jdbc, List<String> found, String what, String sql) {
    int count = jdbc.queryForObject(sql, Integer.class);
    if (count > 0) {
      found.add(what + " (" + count + ")");
    }
  }
}
