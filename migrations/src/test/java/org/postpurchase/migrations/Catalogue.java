package org.postpurchase.migrations;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javax.sql.DataSource;

/** What JDBC says about the plugin's tables, in words that can be compared. */
final class Catalogue {
  private final DataSource dataSource;

  Catalogue(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Names as the database spells them, without the change log's own tables. */
  List<String> tables() throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        ResultSet tables =
            connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), null, null)) {
      while (tables.next()) {
        String name = tables.getString("TABLE_NAME");
        String upper = name.toUpperCase(Locale.ROOT);
        if (upper.startsWith("PP_")
            && !upper.startsWith("PP_CHANGELOG")
            && "TABLE BASE TABLE".contains(tables.getString("TABLE_TYPE"))) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** {@code TABLE: comment} and {@code TABLE.COLUMN: comment}. */
  List<String> comments() throws SQLException {
    List<String> comments = new ArrayList<>();
    try (Connection connection = dataSource.getConnection()) {
      DatabaseMetaData data = connection.getMetaData();
      for (String table : tables()) {
        String catalog = connection.getCatalog();
        try (ResultSet row = data.getTables(catalog, connection.getSchema(), table, null)) {
          row.next();
          comments.add(table + ": " + row.getString("REMARKS"));
        }
        try (ResultSet columns = data.getColumns(catalog, connection.getSchema(), table, null)) {
          while (columns.next()) {
            String column = table + "." + columns.getString("COLUMN_NAME");
            comments.add(column + ": " + columns.getString("REMARKS"));
          }
        }
      }
    }
    return comments;
  }

  /** Columns, keys, indexes and checks, one line each and sorted. */
  List<String> structure() throws SQLException {
    TreeSet<String> lines = new TreeSet<>();
    try (Connection connection = dataSource.getConnection()) {
      for (String table : tables()) {
        addColumns(connection, table, lines);
        addIndexes(connection, table, lines);
        addConstraints(connection, table, lines);
      }
    }
    return new ArrayList<>(lines);
  }

  private static void addColumns(Connection connection, String table, TreeSet<String> lines)
      throws SQLException {
    try (ResultSet columns =
        connection
            .getMetaData()
            .getColumns(connection.getCatalog(), connection.getSchema(), table, null)) {
      while (columns.next()) {
        String type = columns.getString("TYPE_NAME") + "(" + columns.getString("COLUMN_SIZE");
        lines.add(
            String.join(
                " ",
                table,
                columns.getString("COLUMN_NAME"),
                type + "," + columns.getString("DECIMAL_DIGITS") + ")",
                "nullable=" + columns.getString("IS_NULLABLE"),
                "default=" + columns.getString("COLUMN_DEF"),
                "generated=" + columns.getString("IS_AUTOINCREMENT")));
      }
    }
  }

  private static void addIndexes(Connection connection, String table, TreeSet<String> lines)
      throws SQLException {
    try (ResultSet indexes =
        connection
            .getMetaData()
            .getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, true)) {
      while (indexes.next()) {
        String name = indexes.getString("INDEX_NAME");
        if (name != null && !name.startsWith("SYS_")) {
          lines.add(
              String.join(
                  " ",
                  table,
                  "index",
                  name,
                  indexes.getString("ORDINAL_POSITION"),
                  indexes.getString("COLUMN_NAME"),
                  indexes.getBoolean("NON_UNIQUE") ? "" : "unique"));
        }
      }
    }
  }

  private static void addConstraints(Connection connection, String table, TreeSet<String> lines)
      throws SQLException {
    String sql =
        "select CONSTRAINT_NAME, CONSTRAINT_TYPE from INFORMATION_SCHEMA.TABLE_CONSTRAINTS"
            + " where TABLE_NAME = ? and TABLE_SCHEMA = ?";
    String schema = connection.getSchema();
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, table);
      statement.setString(2, schema == null ? connection.getCatalog() : schema);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String name = rows.getString(1).toUpperCase(Locale.ROOT);
          if (name.matches("(CK|PK|UX)_.*")) {
            lines.add(table + " constraint " + name + " " + rows.getString(2));
          }
        }
      }
    }
  }
}
