package org.postpurchase.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Events;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.WatchedDataSource;
import org.postpurchase.testkit.Zones;

/** Recording in the middle of the host's own transaction, on its connection. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class TransactionalIntakeContract {
  private static final Instant NOW = SettableClock.START;

  private CoreDatabase database;
  private TransactionalIntake intake;

  abstract CoreDatabase shared();

  @BeforeAll
  void open() {
    database = shared();
    database.jdbc.execute("create table HOST_ORDER (ORDER_ID bigint)");
    intake = database.intake();
  }

  @BeforeEach
  void empty() {
    database.jdbc.update("delete from PP_OUTBOX");
    database.jdbc.update("delete from HOST_ORDER");
  }

  @Test
  void the_event_commits_with_the_hosts_change() throws Exception {
    try (Connection connection = begun()) {
      hostWrites(connection);
      assertThat(intake.record(connection, Events.event(1, OrderFact.SUBMITTED, 1, ""), NOW))
          .isTrue();
      connection.commit();
    }

    assertThat(database.count("HOST_ORDER")).isEqualTo(1);
    assertThat(database.outbox().findEvent(Events.event(1, OrderFact.SUBMITTED, 1, "").key))
        .get()
        .usingRecursiveComparison()
        .isEqualTo(Events.event(1, OrderFact.SUBMITTED, 1, ""));
  }

  @Test
  void the_event_vanishes_with_the_hosts_change() throws Exception {
    try (Connection connection = begun()) {
      hostWrites(connection);
      intake.record(connection, Events.event(1, OrderFact.SUBMITTED, 1, ""), NOW);
      connection.rollback();
    }

    assertThat(database.count("HOST_ORDER")).isZero();
    assertThat(database.count("PP_OUTBOX")).isZero();
  }

  @Test
  void a_known_event_is_not_new_and_the_hosts_transaction_goes_on() throws Exception {
    try (Connection connection = begun()) {
      intake.record(connection, Events.event(1, OrderFact.SUBMITTED, 1, ""), NOW);
      connection.commit();

      hostWrites(connection);
      assertThat(intake.record(connection, Events.event(1, OrderFact.SUBMITTED, 1, ""), NOW))
          .isFalse();
      hostWrites(connection);
      connection.commit();
    }

    assertThat(database.count("HOST_ORDER")).isEqualTo(2);
    assertThat(database.count("PP_OUTBOX")).isEqualTo(1);
  }

  @Test
  void what_does_not_fit_is_an_error_but_the_hosts_transaction_goes_on() throws Exception {
    try (Connection connection = begun()) {
      hostWrites(connection);
      OrderEvent tooMuch = Events.event(1, OrderFact.SUBMITTED, 1, "x".repeat(2001));
      assertThatThrownBy(() -> intake.record(connection, tooMuch, NOW))
          .isInstanceOf(SQLException.class);
      hostWrites(connection);
      connection.commit();
    }

    assertThat(database.count("HOST_ORDER")).isEqualTo(2);
    assertThat(database.count("PP_OUTBOX")).isZero();
  }

  @Test
  void a_missing_table_is_an_error_but_the_hosts_transaction_goes_on() throws Exception {
    database.jdbc.execute("alter table PP_OUTBOX rename to PP_GONE");
    try (Connection connection = begun()) {
      hostWrites(connection);
      assertThatThrownBy(
              () -> intake.record(connection, Events.event(1, OrderFact.SUBMITTED, 1, ""), NOW))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> intake.countEvents(connection, 1, "SUBMITTED"))
          .isInstanceOf(SQLException.class);
      hostWrites(connection);
      connection.commit();
    } finally {
      database.jdbc.execute("alter table PP_GONE rename to PP_OUTBOX");
    }

    assertThat(database.count("HOST_ORDER")).isEqualTo(2);
  }

  @Test
  void recording_costs_a_savepoint_and_an_insert_and_nothing_else() throws Exception {
    try (Connection connection = begun()) {
      WatchedDataSource watched = new WatchedDataSource(database.dataSource);
      intake.record(watched.watch(connection), Events.event(1, OrderFact.SUBMITTED, 1, ""), NOW);
      connection.commit();

      assertThat(watched.seen).hasSize(2);
      assertThat(watched.seen.get(0)).isEqualTo("setSavepoint");
      assertThat(watched.seen.get(1)).startsWith("insert into PP_OUTBOX");
    }
  }

  @Test
  void events_of_the_hosts_status_can_be_counted_on_the_same_connection() throws Exception {
    try (Connection connection = begun()) {
      intake.record(connection, Events.event(1, OrderFact.SUBMITTED, 1, ""), NOW);

      assertThat(intake.countEvents(connection, 1, "SUBMITTED")).isEqualTo(1);
      assertThat(intake.countEvents(connection, 2, "SUBMITTED")).isZero();
      connection.rollback();
    }
  }

  @Test
  void moments_are_utc_whatever_the_zone_of_the_jvm() throws Exception {
    Zones.in(
        "Pacific/Auckland",
        () -> {
          try (Connection connection = begun()) {
            intake.record(connection, Events.event(1, OrderFact.SUBMITTED, 1, ""), NOW);
            connection.commit();
          }
          return null;
        });

    OutboxEntry read =
        Zones.in(
            "America/New_York", () -> database.outbox().list(OutboxState.WAITING, 1, 0).get(0));
    assertThat(read.dueAt).isEqualTo(NOW);
    assertThat(read.event.occurredAt).isEqualTo(NOW);
  }

  private Connection begun() throws SQLException {
    Connection connection = database.dataSource.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private static void hostWrites(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate("insert into HOST_ORDER values (1)");
    }
  }
}
