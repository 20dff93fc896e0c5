package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.series.jdbc.SeriesJdbcModule;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.CrashingDataSource;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.testkit.SeriesWorld;

/** A node that dies anywhere within the portions of a back-fill; another one goes on each time. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BackfillKilledTest {
  private static final int ORDERS = 30;

  @Test
  void wherever_a_node_dies_each_past_buyer_enters_once_and_is_written_to_once() {
    long seed = Seed.drawn();
    SeriesWorld world = new SeriesWorld(Databases.hsqldb()).fresh();
    world.templates.with("note", "Note", "Hello");
    for (int id = 1; id <= ORDERS; id++) {
      world.orders.with(
          order(id)
              .line(id * 10L, 1)
              .email("buyer" + id + "@example.com")
              .submittedAt(world.clock.instant()));
    }
    world.pass(Duration.ofDays(5));
    world.activate(
        1,
        new SeriesDefinition(
            "Past buyers",
            OrderTriggers.ANY_ORDER,
            ReEntry.NEVER,
            1,
            EnumSet.allOf(ExitRule.class),
            List.of(step("past", 1, 1), step("first", 2, 10), step("second", 3, 20))));
    BackfillStore store = SeriesJdbcModule.backfills(world.database.jdbc, world.database.inserts);
    TrySeries trial =
        new TrySeries(
            world.orders,
            world.database.orderLines(),
            world.orders,
            new KnownMembers().triggers(),
            () -> SeriesNode.SHOP,
            world.clock);
    Backfills backfills =
        new Backfills(store, world, trial, world.database.transactions, world.clock);
    assertThat(backfills.begin(1, 90, ORDERS, 60, "ada", () -> {}))
        .isEqualTo(Backfills.Outcome.BEGUN);

    int lost = 0;
    Random random = new Random(seed);
    for (int minute = 0; minute < 400 && !isDone(world, store); minute++) {
      world.clock.advance(Duration.ofMinutes(1));
      lost += letsIn(world, random) ? 0 : 1;
    }
    assertThat(isDone(world, store)).as("seed %s, %s turns lost", seed, lost).isTrue();
    assertThat(lost).as("seed %s", seed).isGreaterThan(1); // the last one only notes the end
    assertThat(
            world.database.jdbc.queryForList(
                "select CONTACT from PP_ENROLLMENT order by CONTACT", String.class))
        .as("seed %s, %s turns lost", seed, lost)
        .doesNotHaveDuplicates()
        .hasSize(ORDERS);
    for (int day = 0; day < 20; day++) {
      world.pass(Duration.ofDays(1));
      world.run();
    }
    List<String> sent =
        world.database.decisions().list(Verdict.SEND, "", 500, 0).stream()
            .map(decision -> decision.contact + " " + decision.stepKey)
            .collect(Collectors.toCollection(ArrayList::new));
    assertThat(sent).as("seed %s", seed).doesNotHaveDuplicates().hasSize(2 * ORDERS);
    assertThat(sent).noneMatch(each -> each.endsWith("past"));
  }

  private static boolean isDone(SeriesWorld world, BackfillStore store) {
    return world.database.transactions.call(() -> store.ofSeries(1)).get(0).state
        == Backfill.State.DONE;
  }

  /** One turn of a node of its own that may die; whether anybody has come in. */
  private static boolean letsIn(SeriesWorld world, Random random) {
    CoreDatabase dying =
        world.database.through(
            CrashingDataSource.of(world.database.dataSource, random, random.nextInt(30) + 2));
    SeriesNode node =
        new SeriesNode(
            dying,
            world.clock,
            "dying",
            new SeriesNode.Around<>(
                world.orders, world, world.templates, world.offers, world.mails, 3),
            new KnownMembers());
    BackfillStore store = SeriesJdbcModule.backfills(dying.jdbc, dying.inserts);
    WorkFailures failures = WorkFailures.inMemory(dying.transactions, world.clock);
    int before = world.database.count("PP_ENROLLMENT");
    try {
      node.engine.backfills(store, failures).runDue();
    } catch (RuntimeException died) {
      return false;
    }
    return world.database.count("PP_ENROLLMENT") > before;
  }

  private static Step step(String key, int position, int days) {
    return new Step.Builder(key)
        .at(position, key)
        .delay(Anchor.SUBMITTED, days, 0)
        .sends(Purpose.TRANSACTIONAL, "EMAIL", "note")
        .build();
  }
}
