package org.postpurchase.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.migrations.testkit.TestDatabase;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresDueIndexTest {
  @Test
  void finished_rows_cost_the_due_indexes_nothing() throws SQLException {
    List<String> definitions = new ArrayList<>();
    try (TestDatabase database = TestDatabase.postgres().migrate();
        Connection connection = database.dataSource().getConnection();
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery("select indexdef from pg_indexes where indexname like '%_due'")) {
      while (rows.next()) {
        definitions.add(rows.getString(1));
      }
    }

    assertThat(definitions).hasSize(8).allMatch(definition -> definition.contains(" WHERE "));
  }
}
