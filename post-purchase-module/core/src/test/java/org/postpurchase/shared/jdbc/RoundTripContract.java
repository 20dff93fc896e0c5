package org.postpurchase.shared.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.testkit.CoreDatabase;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Statements that travel together behave as if they travelled one by one, on every database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class RoundTripContract {
  private static final String ADD = "insert into PP_TRIP (ID, LABEL, MOMENT) values (?, ?, ?)";
  private static final String RENAME = "update PP_TRIP set LABEL = ? where ID = ?";
  private static final String ALL = "select ID, LABEL, MOMENT from PP_TRIP order by ID";
  private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");

  private CoreDatabase database;

  abstract CoreDatabase database();

  @BeforeEach
  void make_a_table() {
    database = database();
    String instant = database.dialect == SqlDialect.MARIADB ? "datetime(6)" : "timestamp(6)";
    database.jdbc.execute(
        "create table PP_TRIP (ID bigint not null primary key, LABEL varchar(40), MOMENT "
            + instant
            + ")");
  }

  @AfterEach
  void drop_it() {
    if (database != null) {
      database.jdbc.execute("drop table PP_TRIP");
    }
  }

  @Test
  void each_statement_sees_what_the_ones_before_it_did() {
    RoundTrip trip = new RoundTrip(database.jdbc, database.dialect);
    RoundTrip.Found<String> none = labels(trip);
    trip.change(ADD, List.of(row(1, "it's; \\ \"?\""), row(2, null)));
    RoundTrip.Found<String> two = labels(trip);
    trip.change(RENAME, "zwölf", 2);
    RoundTrip.Found<Instant> times = trip.select(ALL + " ", (row, n) -> Utc.instant(row, "MOMENT"));

    inTransaction(trip);

    assertThat(none.all()).isEmpty();
    assertThat(none.first()).isEmpty();
    assertThat(two.all()).containsExactly("it's; \\ \"?\"", null);
    assertThat(times.all()).containsExactly(NOON, NOON);
    assertThat(database.jdbc.queryForList("select LABEL from PP_TRIP order by ID", String.class))
        .containsExactly("it's; \\ \"?\"", "zwölf");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 39, 60})
  void a_change_without_a_row_ends_it_and_the_transaction_takes_everything_back(int before) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < before; i++) {
      rows.add(row(i, "x"));
    }
    RoundTrip trip = new RoundTrip(database.jdbc, database.dialect);
    trip.change(ADD, rows);
    trip.change(RENAME, "nobody", 4711);

    assertThatThrownBy(() -> inTransaction(trip))
        .isInstanceOf(OptimisticLockingFailureException.class);

    assertThat(count()).isZero();
  }

  @Test
  void a_taken_key_is_recognised_and_nothing_stays() {
    database.jdbc.update(ADD, row(7, "first"));
    RoundTrip trip = new RoundTrip(database.jdbc, database.dialect);
    trip.change(ADD, row(6, "before"));
    trip.change(ADD, row(7, "again"));
    trip.change(RENAME, "after", 7);

    assertThatThrownBy(() -> inTransaction(trip))
        .satisfies(refused -> assertThat(SqlDialect.isTaken(refused)).isTrue());

    assertThat(database.jdbc.queryForList("select LABEL from PP_TRIP", String.class))
        .containsExactly("first");
  }

  @Test
  void no_rows_are_no_statement() {
    RoundTrip trip = new RoundTrip(database.jdbc, database.dialect);
    trip.change(ADD, Collections.emptyList());
    trip.send();
    assertThat(count()).isZero();
  }

  private static RoundTrip.Found<String> labels(RoundTrip trip) {
    return trip.select(ALL, (row, n) -> row.getString("LABEL"));
  }

  private static Object[] row(long id, String label) {
    return new Object[] {id, label, Utc.param(NOON)};
  }

  private long count() {
    return database.jdbc.queryForObject("select count(*) from PP_TRIP", Long.class);
  }

  /** In a transaction that nobody repeats. */
  private void inTransaction(RoundTrip trip) {
    new TransactionTemplate(new DataSourceTransactionManager(database.dataSource))
        .execute(
            status -> {
              trip.send();
              return null;
            });
  }
}
