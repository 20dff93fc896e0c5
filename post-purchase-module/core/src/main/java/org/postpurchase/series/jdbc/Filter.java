package org.postpurchase.series.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The where-clause of a list screen: only what was asked for, always with arguments. */
final class Filter {
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> arguments = new ArrayList<>();

  /** Adds {@code column = value} unless the value is null or empty; the column is our own text. */
  Filter and(String column, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      conditions.add(column + " = ?");
      arguments.add(value.toString());
    }
    return this;
  }

  String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  Object[] arguments(Object... more) {
    List<Object> all = new ArrayList<>(arguments);
    all.addAll(Arrays.asList(more));
    return all.toArray();
  }
}
