package org.postpurchase.shared.jdbc;

import static java.util.stream.Collectors.toList;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads and writes many rows of one table with one statement.
 *
 * <p>PostgreSQL gets one array for each column, so the text of a statement does not depend on the
 * number of rows and its plan is kept. The other databases get a list of parameters for a read and
 * a JDBC batch for a write. Values are texts, whole numbers up to 64 bits and what {@link
 * Utc#param} returns. Safe for any number of threads; joins the caller's transaction.
 */
public final class RowSets {
  /** Stands in a select for the comparison with the keys. */
  private static final String KEYS = "{keys}";

  /** Most parameters of one list; longer ones are read in several statements. */
  private static final int LIST_MAX = 1000;

  private final JdbcTemplate jdbc;
  private final SqlDialect dialect;

  public RowSets(JdbcTemplate jdbc, SqlDialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
  }

  /**
   * Rows whose column has one of the values; no statement for no value.
   *
   * @param select contains {@code {keys}} after the column, before all other parameters
   * @param keys all texts or all numbers; nulls and repetitions are not allowed
   * @param more the other parameters, in their order
   */
  public <T> List<T> select(
      String select, Collection<?> keys, RowMapper<T> mapper, Object... more) {
    List<Object> all = new ArrayList<>(keys);
    if (all.isEmpty()) {
      return Collections.emptyList();
    }
    List<T> found = new ArrayList<>();
    int most = dialect == SqlDialect.POSTGRESQL ? all.size() : LIST_MAX;
    for (int from = 0; from < all.size(); from += most) {
      List<Object> page = all.subList(from, Math.min(all.size(), from + most));
      OneOf these = OneOf.of(dialect, "", page);
      found.addAll(jdbc.query(select.replace(KEYS, these.sql), mapper, these.argsThen(more)));
    }
    return found;
  }

  /**
   * Deletes the rows whose column has one of the values; no statement for no value.
   *
   * @param delete contains {@code {keys}} after the column
   * @param keys all texts or all numbers
   */
  public void delete(String delete, Collection<?> keys) {
    List<Object> all = new ArrayList<>(keys);
    int most = dialect == SqlDialect.POSTGRESQL ? Math.max(1, all.size()) : LIST_MAX;
    for (int from = 0; from < all.size(); from += most) {
      OneOf these = OneOf.of(dialect, "", all.subList(from, Math.min(all.size(), from + most)));
      jdbc.update(delete.replace(KEYS, these.sql), these.args());
    }
  }

  /**
   * Rows of which two columns together have one of the pairs of numbers; no statement for no pair.
   *
   * @param select contains {@code {keys}} as a condition
   */
  public <T> List<T> selectPairs(
      String select, String first, String second, List<long[]> pairs, RowMapper<T> mapper) {
    if (pairs.isEmpty()) {
      return Collections.emptyList();
    }
    if (dialect == SqlDialect.POSTGRESQL) {
      List<ArrayColumn> columns =
          ArrayColumn.of(pairs.stream().map(RowSets::boxed).collect(toList()));
      String in =
          "(" + first + ", " + second + ") in (select * from " + ArrayColumn.table(columns) + ")";
      return jdbc.query(select.replace(KEYS, in), arrays(columns), mapper);
    }
    List<T> found = new ArrayList<>();
    String pair = "(" + first + " = ? and " + second + " = ?)";
    for (int from = 0; from < pairs.size(); from += LIST_MAX / 2) {
      List<long[]> page = pairs.subList(from, Math.min(pairs.size(), from + LIST_MAX / 2));
      String any = "(" + String.join(" or ", Collections.nCopies(page.size(), pair)) + ")";
      Object[] args = page.stream().flatMap(p -> Stream.of(boxed(p))).toArray();
      found.addAll(jdbc.query(select.replace(KEYS, any), mapper, args));
    }
    return found;
  }

  private static Object[] boxed(long[] pair) {
    return new Object[] {pair[0], pair[1]};
  }

  /**
   * Inserts the rows; nothing for no row.
   *
   * @param insert {@code insert into TABLE (…) values (?, 0, …)}: parameters and constants
   */
  public void insert(String insert, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    if (dialect != SqlDialect.POSTGRESQL || rows.size() == 1) {
      jdbc.batchUpdate(insert, rows);
      return;
    }
    List<ArrayColumn> columns = ArrayColumn.of(rows);
    execute(insertOf(insert, columns), columns);
  }

  /** Puts the columns' arrays in the place of the parameters; literals stay. */
  private static String insertOf(String insert, List<ArrayColumn> columns) {
    int values = insert.indexOf(" values (");
    String inner = insert.substring(values + " values (".length(), insert.lastIndexOf(')'));
    return insert.substring(0, values)
        + " select "
        + ArrayColumn.named(inner, columns)
        + " from "
        + ArrayColumn.table(columns);
  }

  /**
   * Carries out an update for each row.
   *
   * @param update {@code update TABLE set A = ?, … where B = ? and …}; its conditions name one row
   *     each, and no two rows of parameters the same one
   * @throws OptimisticLockingFailureException when one of them changed no row; what the others
   *     changed is left to the caller's transaction
   */
  public void update(String update, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    int changed = 0;
    if (dialect != SqlDialect.POSTGRESQL || rows.size() == 1) {
      for (int count : jdbc.batchUpdate(update, rows)) {
        changed += count;
      }
    } else {
      List<ArrayColumn> columns = ArrayColumn.of(rows);
      changed = execute(updateOf(update, columns), columns);
    }
    if (changed != rows.size()) {
      throw new OptimisticLockingFailureException(
          changed + " of " + rows.size() + " rows were there to be changed: " + update);
    }
  }

  /**
   * Carries out an update for each row, with one statement on PostgreSQL; rows whose conditions do
   * not hold any more are left as they are.
   *
   * @param update as of {@link #update}
   * @param id which parameter of a row is its number, counted from 0
   * @return the numbers of the rows that were changed; where a driver does not say, of all
   */
  public Set<Long> updateThoseThere(String update, String idColumn, int id, List<Object[]> rows) {
    Set<Long> changed = new HashSet<>();
    if (dialect == SqlDialect.POSTGRESQL && rows.size() > 1) {
      List<ArrayColumn> columns = ArrayColumn.of(rows);
      String sql = updateOf(update, columns) + " returning " + idColumn;
      changed.addAll(jdbc.query(sql, arrays(columns), (row, n) -> row.getLong(1)));
    } else if (!rows.isEmpty()) {
      int[] counts = jdbc.batchUpdate(update, rows);
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] != 0) {
          changed.add((Long) rows.get(i)[id]);
        }
      }
    }
    return changed;
  }

  private static String updateOf(String update, List<ArrayColumn> columns) {
    StringBuilder sql = new StringBuilder(ArrayColumn.named(update, columns));
    return sql.insert(sql.indexOf(" where "), " from " + ArrayColumn.table(columns)).toString();
  }

  /**
   * Inserts rows, or changes the one that has the key already. HSQLDB, which has no such statement,
   * gets them one by one.
   *
   * @param insert as of {@link #insert}
   * @param key its unique column, the first one
   * @param change what to set in a row that is there, its columns qualified where it reads them
   * @param args of that change
   */
  public void upsert(
      String insert, String key, String change, List<Object[]> rows, Object... args) {
    if (rows.isEmpty()) {
      return;
    }
    if (dialect == SqlDialect.POSTGRESQL) {
      List<ArrayColumn> columns = ArrayColumn.of(rows);
      String sql = insertOf(insert, columns) + " on conflict (" + key + ") do update set " + change;
      jdbc.update(sql, arrays(columns, args));
      return;
    }
    List<Object[]> all = new ArrayList<>();
    for (Object[] row : rows) {
      List<Object> values = new ArrayList<>(Arrays.asList(row));
      values.addAll(Arrays.asList(args));
      all.add(values.toArray());
    }
    if (dialect != SqlDialect.HSQLDB) {
      jdbc.batchUpdate(insert + " on duplicate key update " + change, all);
      return;
    }
    String table = insert.substring("insert into ".length(), insert.indexOf('(')).trim();
    for (Object[] row : rows) {
      List<Object> values = new ArrayList<>(Arrays.asList(args));
      values.add(row[0]);
      String update = "update " + table + " set " + change + " where " + key + " = ?";
      if (jdbc.update(update, values.toArray()) == 0) {
        jdbc.update(insert, row);
      }
    }
  }

  /**
   * Inserts the rows, on PostgreSQL only, but for those that have a unique key already; the mapper
   * gets the columns that are named of those that are new.
   */
  <T> List<T> insertMissing(
      String insert, List<Object[]> rows, String returning, RowMapper<T> mapper) {
    List<ArrayColumn> columns = ArrayColumn.of(rows);
    String sql = insertOf(insert, columns) + " on conflict do nothing returning " + returning;
    return jdbc.query(sql, arrays(columns), mapper);
  }

  private int execute(String sql, List<ArrayColumn> columns) {
    return jdbc.update(sql, arrays(columns));
  }

  private static PreparedStatementSetter arrays(List<ArrayColumn> columns, Object... more) {
    return statement -> {
      int at = 1;
      for (ArrayColumn column : columns) {
        if (!column.isNull()) {
          statement.setArray(at++, column.array(statement));
        }
      }
      if (more.length > 0) {
        new Shifted(more, at).setValues(statement);
      }
    };
  }

  /** Sets parameters that follow others. */
  private static final class Shifted extends ArgumentPreparedStatementSetter {
    private final int first;

    Shifted(Object[] args, int first) {
      super(args);
      this.first = first;
    }

    @Override
    protected void doSetValue(PreparedStatement statement, int position, Object value)
        throws SQLException {
      super.doSetValue(statement, position + first - 1, value);
    }
  }
}
