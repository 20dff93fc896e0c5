package org.postpurchase.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.postpurchase.migrations.testkit.TestDatabase;

/** Indexes on the host's own tables: only when asked for, and only where they are missing. */
@TestInstance(Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class HostIndexesContract {
  static final String ORDERS =
      "create table BLC_ORDER (ORDER_ID bigint not null primary key, SUBMIT_DATE timestamp null)";
  static final String SUBMIT = "IX_PP_HOST_ORDER_SUBMIT";

  TestDatabase database;
  private Migrations migrations;

  abstract TestDatabase open();

  @BeforeEach
  void open_an_empty_database() {
    database = open();
    migrations = new Migrations(database.dataSource());
  }

  @AfterEach
  void drop_it() {
    if (database != null) {
      database.close();
    }
  }

  @Test
  void nothing_of_the_hosts_is_touched_unless_it_is_asked_for() throws SQLException {
    HostAdminTables.execute(database.dataSource(), ORDERS);

    migrations.run(Phase.ALL);
    assertThat(indexes("BLC_ORDER")).doesNotContain(SUBMIT);

    assertThat(migrations.run(Phase.HOST_INDEXES).applied())
        .anyMatch(change -> change.startsWith("ix-pp-host-order-submit"));
    assertThat(indexes("BLC_ORDER")).contains(SUBMIT);
    assertThat(migrations.run(Phase.HOST_INDEXES).applied()).isEmpty();
  }

  @Test
  void a_table_that_comes_later_gets_its_index_by_the_next_run() throws SQLException {
    migrations.run(Phase.HOST_INDEXES);
    HostAdminTables.execute(
        database.dataSource(),
        ORDERS,
        "create table BLC_ORDER_ITEM_PRICE_DTL (ORDER_ITEM_PRICE_DTL_ID bigint not null primary"
            + " key, ORDER_ITEM_ID bigint)");

    assertThat(migrations.run(Phase.HOST_INDEXES).applied()).hasSize(2);
    assertThat(indexes("BLC_ORDER_ITEM_PRICE_DTL")).contains("IX_PP_HOST_PRICE_DTL_ITEM");
  }

  List<String> runAgain() {
    return migrations.run(Phase.HOST_INDEXES).applied();
  }

  /** Names in capitals. */
  List<String> indexes(String table) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection()) {
      String stored =
          connection.getMetaData().storesLowerCaseIdentifiers()
              ? table.toLowerCase(Locale.ROOT)
              : table;
      try (ResultSet row =
          connection
              .getMetaData()
              .getIndexInfo(connection.getCatalog(), null, stored, false, true)) {
        while (row.next()) {
          names.add(String.valueOf(row.getString("INDEX_NAME")).toUpperCase(Locale.ROOT));
        }
      }
    }
    return names;
  }
}
