package org.postpurchase.occasion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.WatchedDataSource;

/**
 * How many statements of its own the planning of occasions takes: the same for ten orders as for a
 * hundred. Together with the 23 at most of facts and segments ({@code PostgresPeopleInSetsTest})
 * events of a hundred orders take at most 35.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresOccasionsInSetsTest extends OccasionFixture {
  private static final int STATEMENTS_MAX = 12;
  private WatchedDataSource watched;

  @Override
  CoreDatabase database() {
    CoreDatabase database = Databases.postgres();
    watched = new WatchedDataSource(database.dataSource);
    return database.through(watched.dataSource());
  }

  @Test
  void a_hundred_orders_take_as_many_as_ten() {
    activate(1, WinBackOccasion.KEY);
    activate(2, ReplenishOccasion.KEY);
    activate(3, YearlyOccasion.FIRST_ORDER);
    statements(500, 1); // what is read once
    int few = statements(1_000, 10);
    int many = statements(2_000, 100);
    assertThat(many).isEqualTo(few).isLessThanOrEqualTo(STATEMENTS_MAX);
    assertThat(world.database.count("PP_DUE_OCCASION"))
        .as("of each order its goods, a day and a silence")
        .isEqualTo(333);
  }

  private int statements(long first, int orders) {
    List<OrderEvent> events = new ArrayList<>();
    for (long id = first; id < first + orders; id++) {
      world.orders.with(
          of(id, 7, 1).email("p" + id + "@example.com").submittedAt(world.clock.instant()));
      events.add(
          new OrderEvent(
              OrderEvent.statusKey(id, OrderFact.SUBMITTED, 1),
              id,
              OrderFact.SUBMITTED,
              "",
              EventSource.HOST_STATUS,
              world.clock.instant()));
    }
    world.pass(Duration.ofMinutes(1));
    watched.seen.clear();
    world.database.transactions.run(() -> plan.handle(events));
    return watched.seen.size();
  }
}
