package org.postpurchase.shared.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.SqlTypeValue;

/**
 * The condition that a column has one of many values. Its text is the same for many different
 * numbers of values, so that databases and drivers prepare it once: PostgreSQL gets an array, the
 * others a list that is filled up to the next power of two by repeating its last value.
 */
public final class OneOf {
  /** The condition, with marks for {@link #args}. */
  public final String sql;

  private final Object[] args;

  private OneOf(String sql, Object... args) {
    this.sql = sql;
    this.args = args;
  }

  /**
   * @param values numbers or texts, all of one kind, at least one
   */
  public static OneOf of(SqlDialect dialect, String column, Collection<?> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values for " + column);
    }
    if (dialect == SqlDialect.POSTGRESQL) {
      return new OneOf(column + " = any (?)", new ArrayOf(values.toArray()));
    }
    List<Object> filled = new ArrayList<>(values);
    Object last = filled.get(filled.size() - 1);
    while (Integer.bitCount(filled.size()) != 1) {
      filled.add(last);
    }
    String marks = String.join(", ", Collections.nCopies(filled.size(), "?"));
    return new OneOf(column + " in (" + marks + ")", filled.toArray());
  }

  /** The values that belong to the condition's marks. */
  public Object[] args() {
    return args.clone();
  }

  /** The same after values that belong to marks before the condition. */
  public Object[] argsAfter(Object... before) {
    List<Object> all = new ArrayList<>(Arrays.asList(before));
    all.addAll(Arrays.asList(args));
    return all.toArray();
  }

  /** The same before values that belong to marks after the condition. */
  public Object[] argsThen(Object... after) {
    List<Object> all = new ArrayList<>(Arrays.asList(args));
    all.addAll(Arrays.asList(after));
    return all.toArray();
  }

  private static final class ArrayOf implements SqlTypeValue {
    private final Object[] values;

    ArrayOf(Object... values) {
      this.values = values;
    }

    @Override
    public void setTypeValue(PreparedStatement statement, int index, int sqlType, String typeName)
        throws SQLException {
      String type = values[0] instanceof String ? "varchar" : "bigint";
      statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
  }
}
