package org.postpurchase.benchmarks.years;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A row that an order left behind, and the statement that makes copies of it.
 *
 * @param table its table
 * @param values by column, in the table's order
 */
record PatternRow(String table, Map<String, Object> values) implements Serializable {
  private static final List<String> OWNERS =
      List.of("order_id", "enrollment_id", "account_id", "customer_id");

  private static final DateTimeFormatter SQL_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  /**
   * Whether it belongs to an order that came after the generators were moved: one of its values was
   * given by one of them, and none of what it belongs to is older.
   */
  boolean isNew() {
    return values.values().stream().anyMatch(PatternRow::isMoved)
        && OWNERS.stream()
            .map(values::get)
            .noneMatch(owner -> owner instanceof Number id && id.longValue() > 0 && !isMoved(id));
  }

  private static boolean isMoved(Object value) {
    return value instanceof Number number
        ? Numbers.isOne(number.longValue())
        : value instanceof String text && Numbers.isIn(text);
  }

  /** Keeps them in a file. */
  static void write(Path file, List<List<PatternRow>> rows) throws IOException {
    try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(file))) {
      for (List<PatternRow> list : rows) {
        out.writeObject(new ArrayList<>(list));
      }
    }
  }

  /** The two lists that were kept. */
  @SuppressWarnings("unchecked")
  static List<List<PatternRow>> read(Path file) throws IOException {
    try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
      return List.of((List<PatternRow>) in.readObject(), (List<PatternRow>) in.readObject());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(file + " is of another version; delete it.", e);
    }
  }

  /**
   * @param ago SQL interval by which a copy is older, with {@code g} for its number
   */
  String copies(String ago, long from, long to) {
    List<String> sql = new ArrayList<>();
    values.forEach((column, value) -> sql.add(copy(column, value, ago)));
    return "insert into "
        + table
        + " ("
        + String.join(", ", values.keySet())
        + ") select "
        + String.join(", ", sql)
        + " from generate_series("
        + from
        + "::bigint, "
        + to
        + "::bigint) g";
  }

  private static String copy(String column, Object value, String ago) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Timestamp time) {
      String literal = "timestamp '" + SQL_TIME.format(time.toInstant()) + "'";
      return time.getTime() > 4_000_000_000_000L ? literal : literal + " - " + ago;
    }
    if (value instanceof Number number) {
      long id = number.longValue();
      return Numbers.isOne(id) ? id + " + g * " + Numbers.STRIDE : number.toString();
    }
    if (value instanceof Boolean) {
      return value.toString();
    }
    String name = column.toLowerCase(Locale.ROOT);
    if (name.equals("mime_message_id")) {
      return "'<' || md5(g || " + Numbers.quoted(value.toString()) + ") || '@shop.example>'";
    }
    if (name.equals("code")) { // of rewards: letters alone, and unique
      return "upper(substr(md5(g || " + Numbers.quoted(value.toString()) + "), 1, 16))";
    }
    return Numbers.moved(value.toString());
  }
}
