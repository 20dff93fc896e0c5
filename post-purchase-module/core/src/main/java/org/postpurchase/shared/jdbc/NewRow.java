package org.postpurchase.shared.jdbc;

import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Map;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** Inserts one row and tells the number that the database gave it. */
public final class NewRow {
  private NewRow() {}

  /**
   * @param idColumn the column that the database fills
   * @param args no nulls: leave such columns out of the statement
   */
  public static long id(JdbcTemplate jdbc, String idColumn, String insert, Object... args) {
    KeyHolder id = new GeneratedKeyHolder();
    jdbc.update(
        connection -> {
          PreparedStatement statement =
              connection.prepareStatement(insert, Statement.RETURN_GENERATED_KEYS);
          new ArgumentPreparedStatementSetter(args).setValues(statement);
          return statement;
        },
        id);
    // some drivers return the key, others all of the row
    Map<String, Object> keys = id.getKeys();
    Object key = keys.size() == 1 ? keys.values().iterator().next() : keys.get(idColumn);
    return ((Number) key).longValue();
  }
}
