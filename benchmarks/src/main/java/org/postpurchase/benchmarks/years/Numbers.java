package org.postpurchase.benchmarks.years;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Ids that can be told from all other numbers: each of the shop's and the plugin's generators is
 * moved to a range of its own, all of twelve digits. So a copy of a row is the row with every such
 * number moved, in columns as well as inside keys and addresses.
 */
final class Numbers {
  static final long FIRST = 100_000_000_000L;
  static final long LAST = 499_999_999_999L;

  /** Between the numbers of a copy and those of the next one. */
  static final long STRIDE = 1_000;

  private static final long RANGE = 1_000_000_000L;

  /** Alone, behind a prefix of addresses, or at the end of the host's order numbers. */
  private static final Pattern INSIDE =
      Pattern.compile("(?<=\\b[cg]|\\b|_|\\b\\d{15,17})[1-4]\\d{11}(?!\\d)");

  private Numbers() {}

  /**
   * Moves every generator to its range. The shop must not run.
   *
   * @param behind how far behind the beginning; half a range leaves room for copies
   */
  static void move(JdbcTemplate jdbc, long behind) {
    long range = 0;
    List<String> sequences =
        jdbc.queryForList(
            "select c.relname from pg_class c where c.relkind = 'S' and c.relnamespace ="
                + " current_schema()::regnamespace and upper(c.relname) like 'PP\\_%' order by 1",
            String.class);
    for (String sequence : sequences) {
      long start = FIRST + range++ * RANGE + behind;
      jdbc.execute("alter sequence \"" + sequence + "\" restart with " + start);
    }
    for (String host :
        jdbc.queryForList("select ID_NAME from SEQUENCE_GENERATOR order by 1", String.class)) {
      jdbc.update(
          "update SEQUENCE_GENERATOR set ID_VAL = ? where ID_NAME = ?",
          FIRST + range++ * RANGE + behind,
          host);
    }
    for (String host :
        jdbc.queryForList("select ID_TYPE from BLC_ID_GENERATION order by 1", String.class)) {
      jdbc.update(
          "update BLC_ID_GENERATION set BATCH_START = ? where ID_TYPE = ?",
          FIRST + range++ * RANGE + behind,
          host);
    }
  }

  static long room() {
    return RANGE / 2;
  }

  static boolean isOne(long value) {
    return value >= FIRST && value <= LAST;
  }

  static boolean isIn(String text) {
    return INSIDE.matcher(text).find();
  }

  /** SQL for the text of a copy: {@code g} is the copy's number. */
  static String moved(String text) {
    Matcher number = INSIDE.matcher(text);
    StringBuilder sql = new StringBuilder();
    int end = 0;
    while (number.find()) {
      sql.append(quoted(text.substring(end, number.start())));
      sql.append(" || (").append(number.group()).append(" + g * ").append(STRIDE).append(") || ");
      end = number.end();
    }
    return sql.append(quoted(text.substring(end))).toString();
  }

  /** The same in Java, for one copy. */
  static String moved(String text, long copy) {
    Matcher number = INSIDE.matcher(text);
    StringBuilder moved = new StringBuilder();
    while (number.find()) {
      number.appendReplacement(
          moved, Long.toString(Long.parseLong(number.group()) + copy * STRIDE));
    }
    return number.appendTail(moved).toString();
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
