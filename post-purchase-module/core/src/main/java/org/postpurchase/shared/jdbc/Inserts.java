package org.postpurchase.shared.jdbc;

import java.util.List;
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

  /** The database that is written to. */
  public SqlDialect dialect() {
    return dialect;
  }

  /** Reads and writes many rows with one statement. */
  public RowSets rows() {
    return new RowSets(jdbc, dialect);
  }

  /**
   * {@link #orKeep} for many rows whose keys were not there a moment ago; they should come in
   * ascending order, so that two who write the same ones do not wait for each other.
   */
  public void allOrKeep(String insert, List<Object[]> rows) {
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(dialect.insertOrKeep(insert), rows);
    }
  }

  /**
   * Returns whether the row was new; false means that its unique key was taken and nothing changed.
   *
   * @throws RuntimeException of Spring or the host when a value does not fit or is missing; nothing
   *     is cut off
   */
  public boolean ifAbsent(String insert, Object... args) {
    return isNew(dialect.insertIfAbsent(insert), args);
  }

  /**
   * Makes sure that the row is there, for a caller who is about to update it. The statement's first
   * column must be the key.
   */
  public void orKeep(String insert, Object... args) {
    if (dialect == SqlDialect.HSQLDB && isThere(insert, args[0])) {
      return; // it has no insert that keeps, and logs an error for each refused one
    }
    isNew(dialect.insertOrKeep(insert), args);
  }

  /**
   * Inserts the rows whose unique keys are free, in their order; HSQLDB gets them one by one. The
   * statement's first column must belong to the key.
   */
  public void allIfAbsent(String insert, List<Object[]> rows) {
    if (dialect == SqlDialect.POSTGRESQL) {
      jdbc.batchUpdate(dialect.insertIfAbsent(insert), rows);
    } else if (dialect == SqlDialect.HSQLDB) {
      rows.forEach(row -> ifAbsent(insert, row));
    } else {
      jdbc.batchUpdate(dialect.insertOrKeep(insert), rows);
    }
  }

  /**
   * Runs a block of MariaDB that selects one row into variables and, if there is one, inserts one.
   * Returns whether the row was new, as {@link #ifAbsent}.
   */
  public boolean inBlock(String block, Object... args) {
    try {
      return jdbc.update(block, args) == 2; // the selected row and the new one
    } catch (RuntimeException e) {
      if (SqlDialect.isTaken(e)) {
        return false;
      }
      throw e;
    }
  }

  private boolean isThere(String insert, Object key) {
    int columns = insert.indexOf('(');
    String table = insert.substring("insert into ".length(), columns).trim();
    String column = insert.substring(columns + 1, insert.indexOf(',', columns)).trim();
    String count = "select count(*) from " + table + " where " + column + " = ?";
    return jdbc.queryForObject(count, Integer.class, key) > 0;
  }

  private boolean isNew(String insert, Object... args) {
    try {
      return jdbc.update(insert, args) == 1;
    } catch (RuntimeException e) {
      if (SqlDialect.isTaken(e)) {
        return false;
      }
      throw e;
    }
  }
}
