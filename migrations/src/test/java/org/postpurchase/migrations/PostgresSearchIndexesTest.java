package org.postpurchase.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.migrations.testkit.TestDatabase;

/** Indexes by which people are found by parts of what they are called: only when asked for. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresSearchIndexesTest {
  private static final String ACCOUNTS = "BLC_CUSTOMER where IS_REGISTERED = true and ";
  private static final String CUSTOMERS = "IX_PP_HOST_CUSTOMER_PARTS";

  private final TestDatabase database = TestDatabase.postgres().withTables();
  private final Migrations migrations = new Migrations(database.dataSource());

  @BeforeEach
  void the_hosts_tables_are_there() throws SQLException {
    HostAdminTables.execute(
        database.dataSource(),
        "create table BLC_CUSTOMER (CUSTOMER_ID bigint not null primary key, EMAIL_ADDRESS"
            + " varchar(255), FIRST_NAME varchar(255), LAST_NAME varchar(255),"
            + " IS_REGISTERED boolean)",
        "create table BLC_ORDER (ORDER_ID bigint not null primary key, ORDER_NUMBER varchar(255),"
            + " EMAIL_ADDRESS varchar(255))",
        "create table BLC_ADDRESS (ADDRESS_ID bigint not null primary key, FIRST_NAME"
            + " varchar(255), LAST_NAME varchar(255))");
  }

  @AfterEach
  void drop_them() {
    database.close();
  }

  @Test
  void no_other_phase_makes_them() throws SQLException {
    migrations.run(Phase.ALL);
    migrations.run(Phase.HOST_INDEXES);

    assertThat(values("select upper(indexname) from pg_indexes"))
        .noneMatch(index -> index.endsWith("_PARTS"));
    assertThat(values("select extname from pg_extension")).doesNotContain("pg_trgm");
  }

  /** What PeopleSearch and the lists ask, in their words. */
  @Test
  void a_part_is_found_by_its_index() throws SQLException {
    migrations.run(Phase.SEARCH_INDEXES);

    String part = " like '%ann%' escape '!'";
    isFoundBy("HOST_CUSTOMER_PARTS", ACCOUNTS + "lower(EMAIL_ADDRESS)" + part);
    isFoundBy("HOST_CUSTOMER_PARTS", ACCOUNTS + "lower(LAST_NAME)" + part);
    isFoundBy("HOST_CUSTOMER_EMAIL", ACCOUNTS + "lower(EMAIL_ADDRESS) in ('a@x', 'b@x')");
    isFoundBy("HOST_ORDER_PARTS", "BLC_ORDER where ORDER_NUMBER" + part);
    isFoundBy("HOST_ORDER_PARTS", "BLC_ORDER where lower(EMAIL_ADDRESS)" + part);
    isFoundBy("HOST_ADDRESS_PARTS", "BLC_ADDRESS where lower(FIRST_NAME)" + part);
    isFoundBy("CONTACT_PARTS", "PP_CONTACT where CONTACT" + part);
    isFoundBy("CONSENT_PARTS", "PP_CONSENT where CONTACT" + part);
    isFoundBy("SUPPRESSION_PARTS", "PP_SUPPRESSION where CONTACT" + part);
  }

  private void isFoundBy(String index, String from) throws SQLException {
    assertThat(values("set enable_seqscan = off", "explain select 1 from " + from))
        .as(from)
        .anyMatch(line -> line.toUpperCase(Locale.ROOT).contains(" IX_PP_" + index));
  }

  @Test
  void a_table_that_comes_later_gets_its_index_by_the_next_run() throws SQLException {
    assertThat(migrations.run(Phase.SEARCH_INDEXES).applied())
        .doesNotContain("ix-pp-host-phone-parts");
    HostAdminTables.execute(
        database.dataSource(),
        "create table BLC_PHONE (PHONE_ID bigint not null primary key, PHONE_NUMBER varchar(255))");

    assertThat(migrations.run(Phase.SEARCH_INDEXES).applied())
        .containsExactly("ix-pp-host-phone-parts");
    assertThat(migrations.run(Phase.SEARCH_INDEXES).applied()).isEmpty();
  }

  @Test
  void an_index_whose_making_was_cut_off_is_made_anew() throws SQLException {
    HostAdminTables.execute(
        database.dataSource(),
        "create index " + CUSTOMERS + " on BLC_CUSTOMER (LAST_NAME)",
        "update pg_index set indisvalid = false where indexrelid = '" + CUSTOMERS + "'::regclass");

    assertThat(migrations.run(Phase.SEARCH_INDEXES).applied())
        .contains("ix-pp-host-customer-parts");
    assertThat(
            values("select indexdef from pg_indexes where indexname = lower('" + CUSTOMERS + "')"))
        .allMatch(definition -> definition.contains("gin_trgm_ops"));
  }

  /** The first column of what the last statement answers. */
  private List<String> values(String... statements) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        if (statement.execute(sql)) {
          try (ResultSet row = statement.getResultSet()) {
            while (row.next()) {
              values.add(row.getString(1));
            }
          }
        }
      }
    }
    return values;
  }

  @Test
  void other_databases_have_none() throws SQLException {
    try (TestDatabase other = TestDatabase.hsqldb()) {
      assertThat(new Migrations(other.dataSource()).run(Phase.SEARCH_INDEXES).applied())
          .noneMatch(change -> Stream.of("parts", "trigrams").anyMatch(change::contains));
    }
  }
}
