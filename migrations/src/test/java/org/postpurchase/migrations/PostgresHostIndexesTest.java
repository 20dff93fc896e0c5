package org.postpurchase.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.postpurchase.migrations.testkit.TestDatabase;

class PostgresHostIndexesTest extends HostIndexesContract {
  @Override
  TestDatabase open() {
    return TestDatabase.postgres();
  }

  @Test
  void a_column_that_has_an_index_of_another_name_is_left_alone() throws SQLException {
    HostAdminTables.execute(
        database.dataSource(), ORDERS, "create index OF_THE_HOST on BLC_ORDER (SUBMIT_DATE)");

    assertThat(runAgain()).noneMatch(change -> change.startsWith("ix-pp-host"));
    assertThat(indexes("BLC_ORDER")).contains("OF_THE_HOST").doesNotContain(SUBMIT);
  }

  @Test
  void an_index_whose_making_was_cut_off_is_made_anew() throws SQLException {
    HostAdminTables.execute(
        database.dataSource(),
        ORDERS,
        "create index " + SUBMIT + " on BLC_ORDER (SUBMIT_DATE)",
        "update pg_index set indisvalid = false where indexrelid = '" + SUBMIT + "'::regclass");

    assertThat(runAgain()).contains("ix-pp-host-order-submit");
    assertThat(runAgain()).isEmpty();
  }
}
