package org.postpurchase.shared.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * Writes many rows of one table with few statements. All of it joins the caller's transaction; what
 * cannot be written as it was meant fails as a whole, so that the caller's transaction is undone.
 */
public final class ManyRows {
  /** So many different values are written by a statement each; more travel as a batch. */
  private static final int STATEMENTS_MAX = 4;

  private final JdbcTemplate jdbc;
  private final SqlDialect dialect;
  private final RowSets sets;

  public ManyRows(JdbcTemplate jdbc, SqlDialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.sets = new RowSets(jdbc, dialect);
  }

  public OneOf oneOf(String column, Collection<?> values) {
    return OneOf.of(dialect, column, values);
  }

  /**
   * Which of the values the column has in any row; one statement, none for no values.
   *
   * @param column one with an index
   */
  public Set<String> known(String table, String column, Collection<String> values) {
    if (values.isEmpty()) {
      return new HashSet<>();
    }
    OneOf these = oneOf(column, values);
    return new HashSet<>(
        jdbc.queryForList(
            "select " + column + " from " + table + " where " + these.sql,
            String.class,
            these.args()));
  }

  /** New rows; a key that is taken fails. */
  public void insert(String insert, List<Object[]> rows) {
    sets.insert(insert, rows);
  }

  /**
   * Rows of which those whose key is there already are left out; returns the keys of the new ones.
   *
   * @param column the unique one
   * @param key where in a row its value is
   */
  public Set<String> insertMissing(
      String insert, String table, String column, int key, List<Object[]> rows) {
    List<Object[]> distinct = distinct(key, rows);
    if (distinct.isEmpty()) {
      return new HashSet<>();
    }
    if (dialect == SqlDialect.POSTGRESQL) {
      return new HashSet<>(
          sets.insertMissing(insert, distinct, column, (row, n) -> row.getString(1)));
    }
    List<Object[]> unknown = unknown(table, column, key, distinct);
    insert(insert, unknown);
    return unknown.stream().map(row -> (String) row[key]).collect(Collectors.toSet());
  }

  /**
   * The same; returns the ids of the new rows by their keys.
   *
   * @param idColumn the one that the database fills
   */
  public Map<String, Long> insertMissingWithIds(
      String insert, String table, String column, String idColumn, List<Object[]> rows) {
    Map<String, Long> ids = new HashMap<>();
    String both = column + ", " + idColumn;
    RowMapper<Long> collect = (row, n) -> ids.put(row.getString(1), row.getLong(2));
    List<Object[]> distinct = distinct(0, rows);
    if (dialect == SqlDialect.POSTGRESQL) {
      if (!distinct.isEmpty()) {
        sets.insertMissing(insert, distinct, both, collect);
      }
      return ids;
    }
    List<Object[]> unknown = unknown(table, column, 0, distinct);
    insert(insert, unknown);
    if (!unknown.isEmpty()) {
      OneOf these = oneOf(column, unknown.stream().map(r -> r[0]).collect(Collectors.toList()));
      jdbc.query(
          "select " + both + " from " + table + " where " + these.sql, collect, these.args());
    }
    return ids;
  }

  private static List<Object[]> distinct(int key, List<Object[]> rows) {
    Map<Object, Object[]> byKey = new LinkedHashMap<>();
    rows.forEach(row -> byKey.putIfAbsent(row[key], row));
    return new ArrayList<>(byKey.values());
  }

  private List<Object[]> unknown(String table, String column, int key, List<Object[]> rows) {
    Set<String> known =
        known(table, column, rows.stream().map(r -> (String) r[key]).collect(Collectors.toList()));
    return rows.stream().filter(r -> !known.contains(r[key])).collect(Collectors.toList());
  }

  /** Changes of one kind, to be made together. */
  public Changes changes(String update, String idColumn, String guard) {
    return new Changes(update, idColumn, guard);
  }

  /** Rows that are to be changed in the same way, with the same or with different values. */
  public final class Changes {
    private final String update;
    private final String idColumn;
    private final String guard;
    private final Map<List<Object>, List<Object>> idsByValues = new LinkedHashMap<>();

    private Changes(String update, String idColumn, String guard) {
      this.update = update;
      this.idColumn = idColumn;
      this.guard = guard;
    }

    public void add(long id, Object... values) {
      idsByValues.computeIfAbsent(Arrays.asList(values), v -> new ArrayList<>()).add(id);
    }

    /**
     * @throws OptimisticLockingFailureException if a row was not there any more, or the guard did
     *     not let it be changed
     */
    public void write() {
      int wanted = idsByValues.values().stream().mapToInt(List::size).sum();
      int changed = changed();
      if (changed != wanted) {
        throw new OptimisticLockingFailureException(
            wanted - changed + " of " + wanted + " rows were changed by somebody else: " + update);
      }
    }

    /** The same where it does not matter whether all rows are changed; returns how many were. */
    public int writeWhatCanBe() {
      return changed();
    }

    private int changed() {
      if (idsByValues.size() > STATEMENTS_MAX) {
        return batch();
      }
      int changed = 0;
      for (Map.Entry<List<Object>, List<Object>> each : idsByValues.entrySet()) {
        OneOf these = oneOf(idColumn, each.getValue());
        changed +=
            jdbc.update(
                update + " where " + these.sql + guard, these.argsAfter(each.getKey().toArray()));
      }
      return changed;
    }

    private int batch() {
      List<Object[]> rows = new ArrayList<>();
      idsByValues.forEach(
          (values, ids) ->
              ids.forEach(
                  id -> {
                    List<Object> row = new ArrayList<>(values);
                    row.add(id);
                    rows.add(row.toArray());
                  }));
      int changed = 0;
      for (int count : jdbc.batchUpdate(update + " where " + idColumn + " = ?" + guard, rows)) {
        changed += count < 0 ? 1 : count; // a driver may not say how many
      }
      return changed;
    }
  }
}
