package org.postpurchase.migrations.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What HSQLDB takes for a transaction, which is what ends the waits for an idle session. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class HsqldbWaitsTest {
  @ParameterizedTest
  @CsvSource({
    HsqldbWaits.TRANSACTION + ", true",
    "select 1 from INFORMATION_SCHEMA.SYSTEM_USERS, false",
    "call 1, false",
  })
  void only_what_reads_a_table_begins_a_transaction(String query, boolean begins)
      throws SQLException {
    try (TestDatabase database = TestDatabase.hsqldb();
        Connection idle = database.dataSource().getConnection();
        Connection other = database.dataSource().getConnection()) {
      String session = first(idle, "call session_id()");
      idle.setAutoCommit(false);
      try (Statement statement = idle.createStatement()) {
        statement.execute(query);
      }

      String inTransaction =
          first(
              other,
              "select TRANSACTION from INFORMATION_SCHEMA.SYSTEM_SESSIONS where SESSION_ID = "
                  + session);
      idle.rollback();

      assertThat(inTransaction).isEqualToIgnoringCase(String.valueOf(begins));
    }
  }

  private static String first(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
