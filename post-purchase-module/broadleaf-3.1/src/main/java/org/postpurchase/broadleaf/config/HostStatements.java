package org.postpurchase.broadleaf.config;

import java.sql.PreparedStatement;
import java.sql.Statement;
import javax.sql.DataSource;
import org.hibernate.engine.jdbc.spi.JdbcWrapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.nativejdbc.NativeJdbcExtractorAdapter;

/**
 * Takes Hibernate's proxies off the plugin's own statements. In a transaction of the host the
 * connection is Hibernate's, whose proxies watch each statement and result: they know no result but
 * that of {@code executeQuery}, write {@code HHH000387 ResultSet's statement was not registered}
 * for each of a statement that has several, and call every method by reflection. Statements remain
 * on the host's connection and in its transaction, and are closed as before.
 */
final class HostStatements extends NativeJdbcExtractorAdapter {
  private HostStatements() {}

  /** For the plugin's own statements, in whatever transaction there is. */
  static JdbcTemplate on(DataSource dataSource) {
    JdbcTemplate jdbc = new NoticedWrites(dataSource);
    jdbc.setNativeJdbcExtractor(new HostStatements());
    return jdbc;
  }

  @Override
  public PreparedStatement getNativePreparedStatement(PreparedStatement statement) {
    return statement instanceof JdbcWrapper
        ? (PreparedStatement) ((JdbcWrapper<?>) statement).getWrappedObject()
        : statement;
  }

  @Override
  public Statement getNativeStatement(Statement statement) {
    return statement instanceof JdbcWrapper
        ? (Statement) ((JdbcWrapper<?>) statement).getWrappedObject()
        : statement;
  }
}
