package org.postpurchase.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderState;
import org.postpurchase.series.OrderTriggers;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.CrashingDataSource;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.testkit.Together;

/**
 * One request of any kind in ten days to a person, however many orders ask for one at the same
 * moment, on however many nodes.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class AskBudgetContract extends AskingShop {
  @Test
  void two_orders_that_come_to_their_requests_at_once_ask_one_after_the_other() {
    buys(1, "ada@example.com");
    buys(2, "ada@example.com");
    pass(Duration.ofDays(3));
    assertThat(mails.taken).hasSize(1);
    assertThat(verdicts(2)).containsExactly("DEFER ASK_BUDGET");
    pass(Duration.ofDays(15));

    assertThat(verdicts(2)).containsExactly("DEFER ASK_BUDGET", "SEND DUE");
    List<Instant> left = left().get("ada@example.com");
    assertThat(left).hasSize(2);
    assertThat(left.get(1)).isEqualTo(left.get(0).plus(PERIOD));
  }

  @Test
  void the_series_of_higher_priority_asks_first() {
    activate(2, OrderTriggers.ORDER_SHIPPED, 90);
    buys(1, "ada@example.com");
    buys(2, "ada@example.com");
    happens(2, OrderFact.SHIPPED);
    pass(Duration.ofDays(3));
    assertThat(askedBySeries()).containsExactly(2L);
    pass(Duration.ofDays(30));

    assertThat(askedBySeries()).as("also of the same order").containsExactly(2L, 1L, 1L);
  }

  private List<Long> askedBySeries() {
    return reviews.database.jdbc.queryForList(
        "select n.SERIES_ID from PP_MESSAGE m join PP_ENROLLMENT n on n.ENROLLMENT_ID ="
            + " m.ENROLLMENT_ID where m.STATE = 'SENT' order by m.FINISHED_AT",
        Long.class);
  }

  @Test
  void a_request_that_did_not_leave_uses_nothing_up() {
    buys(1, "ada@example.com");
    reviews.clock.advance(Duration.ofDays(3));
    node.engine.dueSteps().runDue(); // decided, and the sender is down
    assertThat(reviews.database.count("PP_ASK")).isOne();
    reviews.orders.with(
        OrderFixture.order(1).email("ada@example.com").line(10, 1).state(OrderState.CANCELLED));
    node.sender.runDue();
    assertThat(mails.taken).isEmpty();
    assertThat(reviews.database.count("PP_ASK")).isZero();
    buys(2, "ada@example.com");
    pass(Duration.ofDays(2));

    assertThat(mails.taken).hasSize(1);
  }

  @Test
  void the_days_count_from_the_moment_at_which_a_request_has_left() {
    buys(1, "ada@example.com");
    reviews.clock.advance(Duration.ofDays(3));
    node.engine.dueSteps().runDue(); // the sender is down for four days
    buys(2, "ada@example.com");
    for (int day = 0; day < 4; day++) {
      reviews.clock.advance(Duration.ofDays(1));
      node.engine.dueSteps().runDue();
    }
    Instant gone = now();
    node.sender.runDue();
    pass(Duration.ofDays(20));

    assertThat(left().get("ada@example.com")).containsExactly(gone, gone.plus(PERIOD));
  }

  @Test
  void what_finds_no_place_is_put_off_until_its_time_is_over_and_not_dropped_before() {
    for (int order = 1; order <= 7; order++) {
      buys(order, "ada@example.com");
    }
    Duration until = Duration.ofDays(2).plusHours(VALID_HOURS);
    pass(until.minusMillis(1));
    assertThat(left().get("ada@example.com")).hasSize(4);
    assertThat(verdicts(7)).containsExactly("DEFER ASK_BUDGET");
    pass(Duration.ofMillis(1));

    assertThat(left().get("ada@example.com")).hasSize(5);
    assertThat(verdicts(7)).containsExactly("DEFER ASK_BUDGET", "SKIP ASK_BUDGET");
  }

  @Test
  void two_nodes_that_lose_connections_ask_nobody_twice_and_lose_nothing() throws Exception {
    int people = 16;
    for (int person = 0; person < people; person++) {
      for (int i = 0; i < 3; i++) {
        buys(100 + person * 10L + i, "p" + person + "@example.com");
      }
    }
    long seed = Seed.drawn();
    List<SeriesNode> nodes = List.of(crashing(seed), crashing(seed + 1));
    reviews.clock.advance(Duration.ofDays(2));
    for (int turn = 0; turn < 9; turn++) {
      Together.run(2, i -> () -> turn(nodes.get(i)));
      reviews.clock.advance(Duration.ofDays(3));
      reviews.database.leasesRunOut();
    }
    pass(Duration.ofDays(5));

    Map<String, List<Instant>> left = left();
    assertThat(left).as("seed " + seed).hasSize(people);
    left.forEach(
        (who, times) -> {
          assertThat(times).as(who + " seed " + seed).hasSize(3);
          for (int i = 1; i < 3; i++) {
            assertThat(times.get(i - 1).plus(PERIOD))
                .as(who + " seed " + seed)
                .isBeforeOrEqualTo(times.get(i));
          }
        });
    assertThat(reviews.database.count("PP_ASK")).isEqualTo(3 * people);
  }

  private SeriesNode crashing(long seed) {
    CoreDatabase shared = database();
    return node(
        shared.through(CrashingDataSource.of(shared.dataSource, new Random(seed), 150)),
        "node " + seed);
  }

  private static Boolean turn(SeriesNode crashing) {
    for (int attempt = 0; attempt < 3; attempt++) {
      try {
        crashing.engine.dueSteps().runDue();
        crashing.sender.runDue();
      } catch (RuntimeException died) {
        continue; // another node, or this one a moment later
      }
    }
    return true;
  }
}
