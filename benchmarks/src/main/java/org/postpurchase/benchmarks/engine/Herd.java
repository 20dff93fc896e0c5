package org.postpurchase.benchmarks.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes very many rows like those that one order led to, in one statement for each table, so that
 * every slice begins with the same rows however the plugin's tables change.
 *
 * <p>The rows of one order (number {@link #ORDER}, and ids that begin where sequences were moved
 * to) are kept as patterns. A copy gets each of these numbers moved by a multiple of {@link
 * #STRIDE}, in columns of ids as well as inside keys and addresses.
 */
final class Herd {
  /** No other number in the rows looks like it. */
  static final long ORDER = 990_001_000L;

  static final int STRIDE = 10;

  /** First id of each of the plugin's own sequences: recognisable inside a key. */
  private static final long FIRST_ID = 771_000_001L;

  private static final long APART = 1_000_000_000L;

  private final JdbcTemplate jdbc;
  private final Map<String, List<String[]>> columns = new LinkedHashMap<>();
  private final Set<Long> numbers = new TreeSet<>();

  Herd(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Call before the pattern's order happens: moves every sequence to a number of its own. */
  void moveSequences() {
    restart(0);
  }

  /** Call after it: what the plugin adds itself comes after all copies. */
  void leaveRoom() {
    restart(APART / 2);
  }

  private void restart(long behind) {
    int index = 1;
    List<String> sequences =
        jdbc.queryForList(
            "select relname from pg_class where relkind = 'S' and relnamespace ="
                + " current_schema()::regnamespace order by 1",
            String.class);
    for (String sequence : sequences) {
      jdbc.execute(
          "alter sequence " + sequence + " restart with " + (FIRST_ID + index++ * APART + behind));
    }
  }

  /** Keeps what those tables hold now as the pattern of each. */
  void capture(String... tables) {
    for (String table : tables) {
      jdbc.execute("drop table if exists bench_" + table);
      jdbc.execute("create table bench_" + table + " as select * from " + table);
      List<String[]> found =
          jdbc.query(
              "select column_name, data_type from information_schema.columns where table_schema ="
                  + " current_schema() and table_name = ? order by ordinal_position",
              (row, i) -> new String[] {row.getString(1), row.getString(2)},
              table.toLowerCase(Locale.ROOT));
      columns.put(table, found);
      found.stream()
          .filter(column -> column[1].equals("bigint"))
          .forEach(column -> numbers.addAll(marked(table, column[0])));
    }
  }

  private List<Long> marked(String table, String column) {
    return jdbc.queryForList(
        "select distinct " + column + " from bench_" + table + " where " + column + " >= " + ORDER,
        Long.class);
  }

  /** Takes all rows of all known tables away. */
  void clear() {
    jdbc.execute("truncate " + String.join(", ", columns.keySet()));
  }

  /**
   * Adds copies of a table's pattern.
   *
   * @param from number of the first copy, at least 1
   * @param count how many
   * @param instead values that are no copies: SQL by column, with {@code p} for the pattern and
   *     {@code g} for the copy's number
   */
  void copy(String table, int from, int count, Map<String, String> instead) {
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (String[] column : columns.get(table)) {
      names.add(column[0]);
      values.add(instead.getOrDefault(column[0].toUpperCase(Locale.ROOT), moved(column)));
    }
    jdbc.execute(
        "insert into "
            + table
            + " ("
            + String.join(", ", names)
            + ") select "
            + String.join(", ", values)
            + " from bench_"
            + table
            + " p, generate_series("
            + from
            + ", "
            + (from + count - 1)
            + ") g");
  }

  private String moved(String[] column) {
    String name = "p." + column[0];
    if (column[1].equals("bigint")) {
      return "case when "
          + name
          + " >= "
          + ORDER
          + " then "
          + name
          + " + g * "
          + STRIDE
          + " else "
          + name
          + " end";
    }
    if (!column[1].startsWith("character") && !column[1].equals("text")) {
      return name;
    }
    if (column[0].equals("mime_message_id")) {
      return "'<' || md5(g::text || '.' || " + name + ") || '@shop.example>'";
    }
    if (!column[0].endsWith("key")
        && !column[0].equals("contact")
        && !column[0].equals("recipient")) {
      return name;
    }
    String value = name;
    for (long number : numbers) {
      value =
          "replace(" + value + ", '" + number + "', (" + number + " + g * " + STRIDE + ")::text)";
    }
    return value;
  }

  /** Tells the planner what is in the tables now. */
  void analyse() {
    columns.keySet().forEach(table -> jdbc.execute("analyze " + table));
  }
}
