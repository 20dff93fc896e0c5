package org.postpurchase.privacy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows about one person, by table, column by column as text. Written by one thread. */
public final class Export {
  private final Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();

  public void add(String table, Map<String, String> row) {
    List<Map<String, String>> rows = tables.computeIfAbsent(table, t -> new ArrayList<>());
    if (!rows.contains(row)) {
      rows.add(row);
    }
  }

  public Map<String, List<Map<String, String>>> tables() {
    return Collections.unmodifiableMap(tables);
  }

  public int rows() {
    return tables.values().stream().mapToInt(List::size).sum();
  }

  /** As JSON: an object of tables, each a list of rows; what is empty is null. */
  public String json() {
    StringBuilder json = new StringBuilder("{");
    String comma = "\n";
    for (Map.Entry<String, List<Map<String, String>>> table : tables.entrySet()) {
      json.append(comma).append("  ").append(quoted(table.getKey())).append(": [");
      String between = "\n";
      for (Map<String, String> row : table.getValue()) {
        json.append(between).append("    {");
        String next = "";
        for (Map.Entry<String, String> field : row.entrySet()) {
          json.append(next).append(quoted(field.getKey())).append(": ");
          json.append(field.getValue() == null ? "null" : quoted(field.getValue()));
          next = ", ";
        }
        json.append("}");
        between = ",\n";
      }
      json.append("\n  ]");
      comma = ",\n";
    }
    return json.append("\n}\n").toString();
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c == '\u2028' || c == '\u2029') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
