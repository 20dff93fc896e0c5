package org.postpurchase.migrations.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Statements as the migrations print them: each ends with a semicolon at the end of a line. */
public final class SqlScript {
  private final List<String> statements;

  private SqlScript(List<String> statements) {
    this.statements = statements;
  }

  public static SqlScript of(String printed) {
    String withoutComments = printed.replaceAll("(?m)^--.*$", "");
    return new SqlScript(
        Arrays.stream(withoutComments.split(";\\s*\\R"))
            .map(String::trim)
            .filter(sql -> !sql.isEmpty())
            .collect(Collectors.toList()));
  }

  /** Runs all of it in one transaction, where the database has such for its definitions. */
  public void run(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : statements) {
        statement.addBatch(sql);
      }
      statement.executeBatch();
      connection.commit();
      connection.setAutoCommit(true);
    }
  }
}
