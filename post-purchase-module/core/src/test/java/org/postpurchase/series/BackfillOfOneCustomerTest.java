package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.series.jdbc.SeriesJdbcModule;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.testkit.SeriesWorld;

/** A customer of the past is one person, whatever mailboxes the orders were placed with. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BackfillOfOneCustomerTest {
  @Test
  void a_customer_with_two_addresses_enters_once() {
    SeriesWorld world = new SeriesWorld(Databases.hsqldb()).fresh();
    world.templates.with("note", "Note", "Hello");
    for (int id = 1; id <= 2; id++) {
      world.orders.with(
          order(id)
              .line(id * 10L, 1)
              .registered()
              .customer(77)
              .email("ada" + id + "@example.com")
              .submittedAt(world.clock.instant()));
    }
    world.pass(Duration.ofDays(5));
    Step step =
        new Step.Builder("first")
            .at(1, "first")
            .delay(Anchor.SUBMITTED, 10, 0)
            .sends(Purpose.TRANSACTIONAL, "EMAIL", "note")
            .build();
    world.activate(
        1,
        new SeriesDefinition(
            "Past", OrderTriggers.ANY_ORDER, ReEntry.NEVER, 1, Set.of(), List.of(step)));
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
    assertThat(backfills.begin(1, 90, backfills.count(1, 90).orElseThrow(), 60, "ada", () -> {}))
        .isEqualTo(Backfills.Outcome.BEGUN);
    DueWork work =
        world.engine.backfills(
            store, WorkFailures.inMemory(world.database.transactions, world.clock));
    for (int minute = 0; minute < 5; minute++) {
      world.pass(Duration.ofMinutes(1));
      work.runDue();
    }
    assertThat(world.database.count("PP_ENROLLMENT")).isEqualTo(1);
  }
}
