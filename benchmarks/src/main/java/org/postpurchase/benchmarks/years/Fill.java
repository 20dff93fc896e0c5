package org.postpurchase.benchmarks.years;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.postpurchase.ledger.ChainCopies;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fills a shop's database with copies of rows that real orders left, in statements for whole sets;
 * points are chained anew, so that the ledger's proof holds for every account.
 */
final class Fill {
  /** Oldest copies are so many days older than the pattern. */
  private static final int DAYS = 1_780;

  /** Mails keep their texts in so many of a hundred copies, so that the disk holds the rest. */
  private static final int TEXTS_KEPT = 5;

  private static final String OLD =
      "((g * 7919) % "
          + DAYS
          + ") * interval '1 day' - ((g * 104729) % 86400) * interval '1 second'";
  private static final String YOUNG = "((g * 7919) % 1200) * interval '1 minute'";

  private final DataSource pool;
  private final JdbcTemplate jdbc;
  private final PrintStream out;

  Fill(DataSource pool, PrintStream out) {
    this.pool = pool;
    this.jdbc = new JdbcTemplate(pool);
    this.out = out;
  }

  /**
   * @param old rows of orders that are long done
   * @param young rows of orders whose steps wait
   * @param copies how many of each old one; of the young ones a fiftieth
   */
  void run(List<PatternRow> old, List<PatternRow> young, long copies) throws Exception {
    copy(old, "(" + OLD + ")", 1, copies, Fill::secondsOld);
    long first = copies + 2; // the numbers in addresses of the two patterns are a stride apart
    copy(young, YOUNG, first, first + copies / 50, Fill::secondsYoung);
    jdbc.execute("analyze");
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("vacuum");
    }
  }

  private static long secondsOld(long g) {
    return (g * 7919 % DAYS) * 86_400 - g * 104_729 % 86_400;
  }

  private static long secondsYoung(long g) {
    return g * 7919 % 1200 * 60;
  }

  private void copy(
      List<PatternRow> rows, String ago, long from, long to, ChainCopies.SecondsAgo seconds)
      throws Exception {
    Map<String, List<PatternRow>> tables = new LinkedHashMap<>();
    List<PatternRow> chained = new ArrayList<>();
    for (PatternRow row : rows) {
      if (ChainCopies.TABLES.contains(row.table().toLowerCase(Locale.ROOT))) {
        chained.add(row);
      } else if (row.isNew() && !Patterns.isShopWide(row.table())) {
        tables.computeIfAbsent(row.table(), t -> new ArrayList<>()).add(row);
      }
    }
    for (Map.Entry<String, List<PatternRow>> table : tables.entrySet()) {
      copyTable(table.getValue(), ago, from, to);
    }
    chain(chained, from, to, seconds);
  }

  /** Foreign keys are not asked while copies of many tables arrive. */
  private void copyTable(List<PatternRow> rows, String ago, long from, long to) throws Exception {
    long begin = System.nanoTime();
    long texts = from + (to - from) * TEXTS_KEPT / 100;
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute("set synchronous_commit = off"); // only while filling
      for (PatternRow row : rows) {
        if (row.table().equalsIgnoreCase("pp_message") && texts < to) {
          statement.execute(row.copies(ago, from, texts));
          statement.execute(withoutTexts(row).copies(ago, texts + 1, to));
        } else {
          statement.execute(row.copies(ago, from, to));
        }
      }
      statement.execute("set session_replication_role = origin");
      statement.execute("set synchronous_commit = on");
    }
    out.printf(
        "  %-34s %,11d rows %6.1f s%n",
        rows.get(0).table(), rows.size() * (to - from + 1), (System.nanoTime() - begin) / 1e9);
  }

  private static PatternRow withoutTexts(PatternRow message) {
    Map<String, Object> values = new LinkedHashMap<>(message.values());
    values.keySet().stream()
        .filter(column -> column.toLowerCase(Locale.ROOT).endsWith("_body"))
        .forEach(column -> values.put(column, null));
    return new PatternRow(message.table(), values);
  }

  private void chain(List<PatternRow> rows, long from, long to, ChainCopies.SecondsAgo seconds)
      throws Exception {
    if (rows.isEmpty()) {
      return;
    }
    long begin = System.nanoTime();
    ChainCopies chains = new ChainCopies(Numbers.STRIDE, Numbers::isOne, Numbers::moved, seconds);
    rows.forEach(row -> chains.add(row.table(), row.values()));
    try (Connection connection = pool.getConnection()) {
      chains.write(connection, from, to);
    }
    out.printf(
        "  %-34s %,11d rows %6.1f s%n",
        "pp_points_*", rows.size() * (to - from + 1), (System.nanoTime() - begin) / 1e9);
  }
}
