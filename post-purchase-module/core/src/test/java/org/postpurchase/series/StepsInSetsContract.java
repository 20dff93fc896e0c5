package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Events;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.SeriesWorld;
import org.postpurchase.testkit.WatchedDataSource;

/** How many statements a batch takes: the same for ten as for a hundred. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class StepsInSetsContract {
  private static final int STATEMENTS_MAX = 30;

  private WatchedDataSource watched;
  private SeriesWorld world;

  abstract CoreDatabase shared();

  @BeforeEach
  void open() {
    CoreDatabase database = shared();
    watched = new WatchedDataSource(database.dataSource);
    world = restrained(database.through(watched.dataSource())).fresh();
    world.activate(
        1,
        SeriesWorld.series(
            OrderTriggers.ANY_ORDER,
            ReEntry.EACH_ORDER,
            1,
            FirstPurchase.thankYou(),
            FirstPurchase.marketing("reward-code", 2, Anchor.SUBMITTED, 1)
                .reward(SeriesWorld.OFFER, 14)
                .build()));
  }

  private static SeriesWorld restrained(CoreDatabase database) {
    KnownMembers members = new KnownMembers();
    members.restrained = true;
    return new SeriesWorld(database, members);
  }

  @AfterEach
  void empty() {
    if (world != null) { // without a database nothing was made
      world.fresh();
    }
  }

  @Test
  void facts_of_many_orders_take_no_more_statements_than_those_of_ten() {
    entering(1, 1); // the frozen version is read once and kept
    int few = entering(101, 10);
    int many = entering(1_001, 100);

    assertThat(world.database.count("PP_ENROLLMENT")).isEqualTo(111);
    assertThat(world.database.count("PP_STEP_EXECUTION")).isEqualTo(222);
    assertThat(many).isEqualTo(few).isLessThanOrEqualTo(STATEMENTS_MAX);
  }

  @Test
  void many_due_steps_take_no_more_statements_than_ten_also_with_codes_and_consents() {
    entering(1, 10);
    assertThat(deciding(10, Duration.ZERO)).isLessThanOrEqualTo(STATEMENTS_MAX);
    int few = deciding(10, Duration.ofDays(1));
    entering(1_001, 100);
    deciding(100, Duration.ZERO);
    int many = deciding(100, Duration.ofDays(1));

    assertThat(world.database.count("PP_STEP_EXECUTION where STATE = 'DONE'")).isEqualTo(220);
    assertThat(world.database.count("PP_MESSAGE")).isEqualTo(220);
    assertThat(world.database.count("PP_TOUCH_DECISION where VERDICT = 'SEND'")).isEqualTo(220);
    assertThat(world.database.count("PP_REWARD_CODE")).isEqualTo(110);
    assertThat(world.database.count("PP_ENROLLMENT where STATE = 'COMPLETED'")).isEqualTo(110);
    assertThat(many).isEqualTo(few).isLessThanOrEqualTo(STATEMENTS_MAX);
  }

  private int entering(long first, int orders) {
    Instant now = world.clock.instant();
    List<OrderEvent> events = new ArrayList<>();
    for (long id = first; id < first + orders; id++) {
      world.orders.with(
          order(id).line(id * 10, 1).email("p" + id + "@example.com").submittedAt(now));
      world.consents.answered(id, true, "Yes, write to me", "en");
      events.add(Events.event(id, OrderFact.SUBMITTED));
    }
    watched.seen.clear();
    world.database.transactions.run(() -> world.engine.handler().handle(events));
    return watched.seen.size();
  }

  /** One batch, so that the look that finds nothing is not counted with it. */
  private int deciding(int steps, Duration later) {
    world.clock.advance(later);
    watched.seen.clear();
    assertThat(world.engine.dueSteps().runDue()).isEqualTo(steps);
    return watched.seen.size() - 1;
  }
}
