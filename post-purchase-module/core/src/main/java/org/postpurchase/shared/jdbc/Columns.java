package org.postpurchase.shared.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads columns in the way that all our stores mean them. */
public final class Columns {
  private Columns() {}

  /** The text of a column; empty for null, since some databases store no empty text. */
  public static String text(ResultSet row, String column) throws SQLException {
    String value = row.getString(column);
    return value == null ? "" : value;
  }
}
