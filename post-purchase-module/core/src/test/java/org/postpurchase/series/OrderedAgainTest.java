package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SeriesWorld;

/**
 * A thousand people order again between the moment at which their message was due and the one at
 * which it would leave: nobody gets it, wherever in between the order was placed and whether or not
 * its event was handled. Whoever orders nothing gets it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderedAgainTest {
  private static final int PEOPLE = 1_000;
  private static final int CONTROLS = 50;

  /** When the second order is in the host's tables. */
  private enum Placed {
    BEFORE_DECIDING,
    BEFORE_DECIDING_AND_HANDLED,
    WHILE_DECIDING,
    AFTER_DECIDING,
    AFTER_DECIDING_AND_HANDLED,
    NEVER
  }

  private final SeriesWorld world = new SeriesWorld(Databases.hsqldb()).fresh();
  private final Map<Placed, List<Long>> people = new HashMap<>();

  @Test
  void nobody_who_has_ordered_again_is_written_to() throws Exception {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    world.activate(
        1,
        SeriesWorld.series(
            FirstPurchase.marketing("review-request", 1, Anchor.SUBMITTED, 2).build()));
    Set<Long> first = new TreeSet<>();
    for (long id = 1; id <= PEOPLE + CONTROLS; id++) {
      Placed when =
          id > PEOPLE ? Placed.NEVER : Placed.values()[random.nextInt(Placed.values().length - 1)];
      people.computeIfAbsent(when, w -> new ArrayList<>()).add(id);
      first.add(id);
      place(id, id);
      world.consents.answered(id, true, "Yes, write to me", "en");
    }
    tell(first);
    world.run();
    world.clock.advance(Duration.ofDays(2));

    orderAgain(Placed.BEFORE_DECIDING);
    tell(orderAgain(Placed.BEFORE_DECIDING_AND_HANDLED));
    world.node.relay.runDue();
    Thread shoppers = new Thread(() -> orderAgain(Placed.WHILE_DECIDING));
    shoppers.start();
    world.engine.dueSteps().runDue();
    shoppers.join();
    orderAgain(Placed.AFTER_DECIDING);
    tell(orderAgain(Placed.AFTER_DECIDING_AND_HANDLED));
    world.node.relay.runDue();
    world.node.sender.runDue();

    Set<String> written =
        world.mails.taken.stream().map(mail -> mail.recipient).collect(Collectors.toSet());
    Set<String> controls =
        people.get(Placed.NEVER).stream().map(OrderedAgainTest::email).collect(Collectors.toSet());
    assertThat(written).as("seed %s", seed).isEqualTo(controls);
    assertThat(
            world.database.jdbc.queryForObject(
                "select count(*) from PP_TOUCH_DECISION where REASON_CODE = 'ORDERED_AGAIN'",
                Integer.class))
        .as("each with its reason, seed %s", seed)
        .isEqualTo(PEOPLE);
  }

  private static String email(long person) {
    return "p" + person + "@example.com";
  }

  private void place(long id, long person) {
    world.orders.with(
        order(id).line(id * 10, 1).email(email(person)).submittedAt(world.clock.instant()));
  }

  private Set<Long> orderAgain(Placed when) {
    Set<Long> placed = new TreeSet<>();
    for (long person : people.getOrDefault(when, List.of())) {
      place(10_000 + person, person);
      placed.add(10_000 + person);
    }
    return placed;
  }

  private void tell(Set<Long> orders) {
    world.database.transactions.run(
        () ->
            orders.forEach(
                id ->
                    world.node.outbox.record(
                        new OrderEvent(
                            OrderEvent.statusKey(id, OrderFact.SUBMITTED, 1),
                            id,
                            OrderFact.SUBMITTED,
                            "",
                            EventSource.HOST_STATUS,
                            world.clock.instant()))));
  }
}
