package org.postpurchase.shared.jdbc;

import static java.util.stream.Collectors.toList;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
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
    if (dialect == SqlDialect.POSTGRESQL) {
      Column column = new Column(all.stream().map(RowSets::plain).toArray());
      String sql = select.replace(KEYS, "= any(?::" + column.type() + "[])");
      return jdbc.query(sql, arrays(Collections.singletonList(column), more), mapper);
    }
    List<T> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += LIST_MAX) {
      List<Object> page = all.subList(from, Math.min(all.size(), from + LIST_MAX));
      String marks = String.join(", ", Collections.nCopies(page.size(), "?"));
      List<Object> args = new ArrayList<>(page);
      Collections.addAll(args, more);
      found.addAll(
          jdbc.query(select.replace(KEYS, "in (" + marks + ")"), mapper, args.toArray()));
    }
    return found;
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
      List<Column> columns = columns(pairs.stream().map(RowSets::boxed).collect(toList()));
      String in = "(" + first + ", " + second + ") in (select * from " + unnest(columns) + ")";
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
   * @param insert {@code insert into TABLE (…) values (?, …)} with nothing but parameters
   */
  public void insert(String insert, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    if (dialect != SqlDialect.POSTGRESQL || rows.size() == 1) {
      jdbc.batchUpdate(insert, rows);
      return;
    }
    List<Column> columns = columns(rows);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      values.add(columns.get(i).isNull() ? "null" : "v.c" + i);
    }
    String head = insert.substring(0, insert.indexOf(" values ("));
    execute(head + " select " + String.join(", ", values) + " from " + unnest(columns), columns);
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
      List<Column> columns = columns(rows);
      StringBuilder sql = new StringBuilder();
      int at = 0;
      for (int i = 0; i < columns.size(); i++) {
        int mark = update.indexOf('?', at);
        sql.append(update, at, mark).append(columns.get(i).isNull() ? "null" : "v.c" + i);
        at = mark + 1;
      }
      sql.append(update.substring(at));
      sql.insert(sql.indexOf(" where "), " from " + unnest(columns));
      changed = execute(sql.toString(), columns);
    }
    if (changed != rows.size()) {
      throw new OptimisticLockingFailureException(
          changed + " of " + rows.size() + " rows were there to be changed: " + update);
    }
  }

  private int execute(String sql, List<Column> columns) {
    return jdbc.update(sql, arrays(columns));
  }

  private static PreparedStatementSetter arrays(List<Column> columns, Object... more) {
    return statement -> {
      int at = 1;
      for (Column column : columns) {
        if (!column.isNull()) {
          statement.setArray(at++, column.array(statement));
        }
      }
      if (more.length > 0) {
        new Shifted(more, at).setValues(statement);
      }
    };
  }

  private static String unnest(List<Column> columns) {
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

  private static List<Column> columns(List<Object[]> rows) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < rows.get(0).length; i++) {
      int column = i;
      columns.add(new Column(rows.stream().map(row -> plain(row[column])).toArray()));
    }
    return columns;
  }

  /** A text, a long, an instant's local time in UTC, or null. */
  private static Object plain(Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof Calendar) {
      return LocalDateTime.ofInstant(((Calendar) value).toInstant(), ZoneOffset.UTC);
    }
    if (value instanceof Number) {
      return ((Number) value).longValue();
    }
    return PlainNulls.typed(value);
  }

  /** The values of one column. */
  private static final class Column {
    private final Object[] values;
    private final Object first;

    Column(Object[] values) {
      this.values = values;
      Object known = null;
      for (int i = 0; known == null && i < values.length; i++) {
        known = values[i];
      }
      this.first = known;
    }

    /** Whether there is nothing but nulls, whose type cannot be told. */
    boolean isNull() {
      return first == null;
    }

    String type() {
      return first instanceof Long
          ? "bigint"
          : first instanceof LocalDateTime ? "timestamp" : "text";
    }

    java.sql.Array array(PreparedStatement statement) throws SQLException {
      Object[] typed = first instanceof Long ? new Long[values.length] : new String[values.length];
      for (int i = 0; i < values.length; i++) {
        typed[i] =
            first instanceof Long || values[i] == null ? values[i] : String.valueOf(values[i]);
      }
      return statement.getConnection().createArrayOf(type(), typed);
    }
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
