package org.postpurchase.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.migrations.testkit.TestDatabase;
import org.postpurchase.shared.AttemptPolicy;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Events;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.Together;

/** Site and admin are two JVMs: each has its own pool and runs its own relay. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class TwoRelaysContract {
  private static final int EVENTS = 300;

  private TestDatabase server;
  private CoreDatabase database;

  abstract TestDatabase fresh();

  @BeforeAll
  void open() {
    server = fresh();
    database = new CoreDatabase(server);
    database.jdbc.execute("create table EFFECT (HANDLER varchar(20), ORDER_ID bigint)");
  }

  @AfterAll
  void close() {
    if (database != null) {
      database.close();
    }
  }

  @Test
  void handle_each_event_exactly_once() throws Exception {
    SettableClock clock = new SettableClock();
    Outbox outbox = new Outbox(database.outbox(), clock);
    for (int order = 0; order < EVENTS; order++) {
      outbox.record(Events.submitted(order));
    }

    Together.run(2, i -> () -> relayUntilIdle("node-" + i, clock));

    assertThat(database.count("EFFECT")).isEqualTo(2 * EVENTS);
    assertThat(
            database.jdbc.queryForObject(
                "select count(*) from (select distinct HANDLER, ORDER_ID from EFFECT) E",
                Integer.class))
        .isEqualTo(2 * EVENTS);
    assertThat(database.outbox().count(OutboxState.DONE)).isEqualTo(3 * EVENTS);
    assertThat(database.outbox().count(OutboxState.WAITING)).isZero();
  }

  private Void relayUntilIdle(String owner, SettableClock clock) {
    try (HikariDataSource pool = pool()) {
      CoreDatabase node = database.through(pool);
      OutboxRelay relay =
          new OutboxRelay(
              node.outbox(),
              List.of(inserting(node, "points"), inserting(node, "mail")),
              new AttemptPolicy(20, Duration.ofMillis(1), Duration.ofMillis(2), new Random(1)),
              node.transactions,
              clock,
              owner);
      while (node.outbox().count(OutboxState.WAITING) > 0) {
        relay.runDue();
        clock.advance(Duration.ofMillis(5));
      }
    }
    return null;
  }

  private static RecordingHandler inserting(CoreDatabase node, String name) {
    return new RecordingHandler(
        name, e -> node.jdbc.update("insert into EFFECT values (?, ?)", name, e.orderId));
  }

  private HikariDataSource pool() {
    HikariConfig configuration = new HikariConfig();
    configuration.setJdbcUrl(server.jdbcUrl());
    configuration.setUsername(server.user());
    configuration.setPassword(server.password());
    configuration.setMaximumPoolSize(3);
    if (server.name().equals("hsqldb")) {
      configuration.setConnectionTestQuery("select 1 from INFORMATION_SCHEMA.SYSTEM_USERS");
    }
    return new HikariDataSource(configuration);
  }
}
