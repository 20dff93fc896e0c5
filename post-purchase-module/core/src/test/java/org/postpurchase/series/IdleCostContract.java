package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.SeriesWorld;
import org.postpurchase.testkit.WatchedDataSource;

/** What waiting people cost, counted in statements. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class IdleCostContract {
  private static final int CROWD = 100_000;
  private static final int DUE = 100;

  abstract CoreDatabase shared();

  @Test
  void a_hundred_thousand_who_wait_cost_one_statement_and_the_due_cost_the_same_among_them() {
    CoreDatabase database = shared();
    WatchedDataSource watched = new WatchedDataSource(database.dataSource);
    SeriesWorld world = new SeriesWorld(database.through(watched.dataSource())).fresh();
    world.activate(1, FirstPurchase.series());
    try {
      wait(world, 1_000);
      costOfDeciding(world, watched, 1); // the frozen version is read once and kept
      List<String> amongAThousand = costOfDeciding(world, watched, DUE + 1);
      wait(world, CROWD - 1_000);

      watched.seen.clear();
      assertThat(world.engine.dueSteps().runDue()).isZero();
      assertThat(watched.seen).as("a look that finds nothing").hasSize(1);

      List<String> amongAll = costOfDeciding(world, watched, 2 * DUE + 1);
      assertThat(amongAll).isEqualTo(amongAThousand);
      assertThat(plan(database)).doesNotContain("Seq Scan on pp_step_execution");
    } finally {
      world.fresh();
    }
  }

  /** Kinds of statements that deciding on a hundred due steps takes, in order. */
  private static List<String> costOfDeciding(
      SeriesWorld world, WatchedDataSource watched, int from) {
    Instant now = world.clock.instant();
    for (int i = from; i < from + DUE; i++) {
      world.orders.with(order(i).line(i * 10L, 1).email("p" + i + "@example.com"));
      long version =
          world.database.jdbc.queryForObject(
              "select max(SERIES_VERSION_ID) from PP_SERIES_VERSION", Long.class);
      long run =
          world
              .database
              .enrollments()
              .enter(
                  "due:" + i,
                  1,
                  version,
                  new Enrollment.Person("p" + i + "@example.com", i, i),
                  now)
              .getAsLong();
      world.database.executions().add(run, FirstPurchase.thankYou(), now);
    }
    watched.seen.clear();
    assertThat(world.engine.dueSteps().runDue()).isEqualTo(DUE);
    List<String> seen = new ArrayList<>(watched.seen);
    assertThat(
            world.database.jdbc.queryForObject(
                "select count(*) from PP_STEP_EXECUTION where STATE = 'DONE'", Integer.class))
        .isEqualTo(from + DUE - 1);
    return seen.stream()
        .map(sql -> sql.replaceAll("\\?(, \\?)+", "?..."))
        .collect(Collectors.toList());
  }

  /** So many executions that are due in ten days. */
  private static void wait(SeriesWorld world, int people) {
    Instant due = world.clock.instant().plus(Duration.ofDays(10));
    long first =
        world.database.jdbc.queryForObject(
            "select coalesce(max(ENROLLMENT_ID), 0) from PP_STEP_EXECUTION", Long.class);
    int chunk = 1_000;
    for (int at = 0; at < people; at += chunk) {
      long base = 1_000_000 + first + at;
      int size = Math.min(chunk, people - at);
      world.database.transactions.run(
          () ->
              world.database.jdbc.batchUpdate(
                  "insert into PP_STEP_EXECUTION (ENROLLMENT_ID, STEP_KEY, POSITION, STATE, DUE_AT, PLANNED_AT)"
                      + " values (?, 'how-to', 2, 'SCHEDULED', ?, ?)",
                  IntStream.range(0, size).boxed().collect(Collectors.toList()),
                  size,
                  (PreparedStatement insert, Integer i) -> {
                    insert.setLong(1, base + i);
                    insert.setTimestamp(2, java.sql.Timestamp.from(due), Utc.calendar());
                    insert.setTimestamp(3, java.sql.Timestamp.from(due), Utc.calendar());
                  }));
    }
  }

  /** How the database finds the due ones; empty where it does not tell in words. */
  private static String plan(CoreDatabase database) {
    if (!database.toString().startsWith("postgres")) {
      return "";
    }
    database.jdbc.execute("analyze PP_STEP_EXECUTION");
    return String.join(
        "\n",
        database.jdbc.queryForList(
            "explain select EXECUTION_ID from PP_STEP_EXECUTION where STATE = 'SCHEDULED' and DUE_AT <= '2026-01-01'"
                + " order by DUE_AT, EXECUTION_ID limit 100",
            String.class));
  }
}
