package org.postpurchase.shared.jdbc;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Insert-if-absent on every supported database, without ever aborting the surrounding transaction.
 */
public final class Inserts {
  private final JdbcTemplate jdbc;
  private final SqlDialect dialect;

  public Inserts(JdbcTemplate jdbc, SqlDialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
  }

  /**
   * Returns whether the row was new; false means that its unique key was taken and nothing changed.
   */
  public boolean ifAbsent(String insert, Object... args) {
    try {
      return jdbc.update(dialect.insertIfAbsent(insert), args) == 1;
    } catch (DuplicateKeyException taken) {
      return false;
    }
  }
}
