package org.postpurchase.shared.jdbc;

import java.sql.Types;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postpurchase.shared.PostPurchaseException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.SqlParameterValue;

/**
 * Spring's template, except that a null goes to the database as it is. For a bare null Spring 3
 * asks the driver for the parameter's type first, which PostgreSQL's answers with a round trip for
 * each.
 */
public class PlainNulls extends JdbcTemplate {
  private static final Object NULL = new SqlParameterValue(Types.NULL, null);

  public PlainNulls(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected PreparedStatementSetter newArgPreparedStatementSetter(Object[] args) {
    return super.newArgPreparedStatementSetter(typed(args));
  }

  @Override
  public int[] batchUpdate(String sql, List<Object[]> rows) {
    return super.batchUpdate(
        sql, rows.stream().map(PlainNulls::typed).collect(Collectors.toList()));
  }

  static Object typed(Object value) {
    if (value instanceof String && ((String) value).indexOf('\0') >= 0) {
      throw new PostPurchaseException(
          "The text '"
              + ((String) value).replace('\0', '\u2400')
              + "' contains the character NUL (U+0000), shown here as \u2400, which PostgreSQL"
              + " keeps in no column. Remove it.");
    }
    return value == null ? NULL : value;
  }

  private static Object[] typed(Object[] values) {
    Object[] typed = values == null ? new Object[0] : values.clone();
    for (int i = 0; i < typed.length; i++) {
      typed[i] = typed(typed[i]);
    }
    return typed;
  }
}
