package org.postpurchase.shared.jdbc;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.List;

/** The values of one column of several rows, as a parameter that PostgreSQL takes for an array. */
final class ArrayColumn {
  private final Object[] values;
  private final Object first;

  private ArrayColumn(Object[] values) {
    this.values = values;
    Object known = null;
    for (int i = 0; known == null && i < values.length; i++) {
      known = values[i];
    }
    this.first = known;
  }

  static ArrayColumn of(Collection<?> values) {
    return new ArrayColumn(values.stream().map(ArrayColumn::plain).toArray());
  }

  /** One for each column of the rows, of which there is at least one. */
  static List<ArrayColumn> of(List<Object[]> rows) {
    List<ArrayColumn> columns = new ArrayList<>();
    for (int i = 0; i < rows.get(0).length; i++) {
      int column = i;
      columns.add(new ArrayColumn(rows.stream().map(row -> plain(row[column])).toArray()));
    }
    return columns;
  }

  /** Such columns as a table v, without those that hold nothing but nulls: v.c0, v.c1 and so on. */
  static String table(List<ArrayColumn> columns) {
    List<String> arrays = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).isNull()) {
        arrays.add("?::" + columns.get(i).type() + "[]");
        names.add("c" + i);
      }
    }
    return "unnest(" + String.join(", ", arrays) + ") v(" + String.join(", ", names) + ")";
  }

  /** The text with the name of each column, or null, in the place of its parameter. */
  static String named(String text, List<ArrayColumn> columns) {
    StringBuilder sql = new StringBuilder();
    int at = 0;
    for (int i = 0; i < columns.size(); i++) {
      int mark = text.indexOf('?', at);
      sql.append(text, at, mark).append(columns.get(i).isNull() ? "null" : "v.c" + i);
      at = mark + 1;
    }
    return sql.append(text.substring(at)).toString();
  }

  /** A text, a long, an instant's local time in UTC, or null. */
  private static Object plain(Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof Calendar) {
      return LocalDateTime.ofInstant(((Calendar) value).toInstant(), ZoneOffset.UTC);
    }
    return value instanceof Number ? ((Number) value).longValue() : PlainNulls.typed(value);
  }

  /** Whether there is nothing but nulls, whose type cannot be told. */
  boolean isNull() {
    return first == null;
  }

  String type() {
    return first instanceof Long ? "bigint" : first instanceof LocalDateTime ? "timestamp" : "text";
  }

  Array array(PreparedStatement statement) throws SQLException {
    boolean numbers = first instanceof Long;
    Object[] typed = numbers ? new Long[values.length] : new String[values.length];
    for (int i = 0; i < values.length; i++) {
      typed[i] = numbers || values[i] == null ? values[i] : String.valueOf(values[i]);
    }
    return statement.getConnection().createArrayOf(type(), typed);
  }
}
