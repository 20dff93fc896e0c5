package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderLine;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SeriesWorld;

/** E1: each way of entering again, tried early, late, while inside, after a cancellation. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EnteringAgainTest {
  private static final int PERIOD = 30;

  private SeriesWorld world;

  CoreDatabase database() {
    return Databases.hsqldb();
  }

  @BeforeEach
  void open_the_shop() {
    world = new SeriesWorld(database()).fresh();
  }

  static Stream<Arguments> matrix() {
    // mode, while inside, early (finished, within the period), late, other product, after
    // cancelling
    return Stream.of(
        Arguments.of(ReEntry.NEVER, false, false, false, false, true),
        Arguments.of(ReEntry.WHEN_FINISHED, false, true, true, true, true),
        Arguments.of(ReEntry.EACH_ORDER, true, true, true, true, true),
        Arguments.of(ReEntry.EACH_PRODUCT, false, false, false, true, true),
        Arguments.of(ReEntry.EACH_PERIOD, false, false, true, false, true));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("matrix")
  void each_mode_at_each_moment(
      ReEntry mode,
      boolean inside,
      boolean early,
      boolean late,
      boolean otherProduct,
      boolean cancelled) {
    assertThat(enters(mode, Duration.ofDays(1), 7, false)).as("while inside").isEqualTo(inside);
    assertThat(enters(mode, Duration.ofDays(10), 7, false)).as("early").isEqualTo(early);
    assertThat(enters(mode, Duration.ofDays(PERIOD), 7, false)).as("late").isEqualTo(late);
    assertThat(enters(mode, Duration.ofDays(10), 8, false))
        .as("early, with another product")
        .isEqualTo(otherProduct);
    assertThat(enters(mode, Duration.ofDays(1), 7, true))
        .as("after a cancellation")
        .isEqualTo(cancelled);
  }

  private boolean enters(ReEntry mode, Duration later, long product, boolean cancelled) {
    world.fresh();
    world.activate(1, series(mode));
    OrderFixture first = of(1, 7);
    world.submit(first, false);
    if (cancelled) {
      world.cancel(first);
    }
    world.pass(later);
    world.submit(of(2, product), false);
    world.pass(Duration.ofDays(6));
    List<Enrollment> runs = world.database.enrollments().list(null, "ada@example.com", 9, 0);
    boolean entered = runs.stream().anyMatch(run -> run.orderId == 2);
    if (entered) {
      assertThat(world.verdicts(2)).as("both steps of the second run act").hasSize(2);
    } else {
      assertThat(world.verdicts(2)).as("the reason is on record").hasSize(1);
      assertThat(world.verdicts(2).get(0)).startsWith("series SKIP ");
    }
    assertThat(runs.stream().filter(run -> run.orderId == 2)).hasSizeLessThanOrEqualTo(1);
    return entered;
  }

  @Test
  void too_soon_is_another_reason_than_still_inside() {
    world.activate(1, series(ReEntry.EACH_PERIOD));
    world.submit(of(1, 7), false);
    world.pass(Duration.ofDays(1));
    world.submit(of(2, 7), false);
    world.pass(Duration.ofDays(10));
    world.submit(of(3, 7), false);

    assertThat(world.verdicts(2)).containsExactly("series SKIP ALREADY_ENROLLED");
    assertThat(world.verdicts(3)).containsExactly("series SKIP TOO_SOON_AGAIN");
  }

  @Test
  void an_order_of_known_and_new_products_is_about_the_new_ones_only() {
    world.activate(1, series(ReEntry.EACH_PRODUCT));
    world.submit(of(1, 7), false);
    world.submit(of(2, 7).line(22, 1).of(goods(9)), false);
    world.submit(of(3, 9), false);

    assertThat(keys()).hasSize(2).anyMatch(key -> key.endsWith(":products:9"));
    assertThat(world.verdicts(3)).containsExactly("series SKIP ALREADY_ENROLLED");
  }

  /** openfoodnetwork 9710: a customer who had changed the address was another person. */
  @ParameterizedTest
  @CsvSource({
    "NEVER, false",
    "WHEN_FINISHED, false",
    "EACH_ORDER, true",
    "EACH_PRODUCT, false",
    "EACH_PERIOD, false"
  })
  void a_customer_with_another_address_is_the_same_person(ReEntry mode, boolean again) {
    world.activate(1, series(mode));
    world.submit(of(1, 7).registered().customer(77), false);
    world.pass(Duration.ofDays(1));
    world.submit(of(2, 7).registered().customer(77).email("eva@example.com"), false);

    assertThat(world.database.count("PP_ENROLLMENT")).isEqualTo(again ? 2 : 1);
    if (!again) {
      assertThat(world.verdicts(2)).containsExactly("series SKIP ALREADY_ENROLLED");
    }
  }

  @Test
  void two_orders_of_a_customer_with_two_addresses_told_together_begin_one_run() {
    world.activate(1, series(ReEntry.NEVER));
    for (long id = 1; id <= 2; id++) {
      OrderFixture placed = of(id, 7).registered().customer(77).email("ada" + id + "@example.com");
      world.orders.with(placed.submittedAt(world.clock.instant()));
      OrderEvent event =
          new OrderEvent(
              OrderEvent.statusKey(id, OrderFact.SUBMITTED, 1),
              id,
              OrderFact.SUBMITTED,
              "",
              EventSource.HOST_STATUS,
              world.clock.instant());
      world.database.transactions.run(() -> world.node.outbox.record(event));
    }
    world.run();
    assertThat(world.database.count("PP_ENROLLMENT")).isEqualTo(1);
  }

  /** The host gives each guest a customer of his own; two guests are never one. */
  @Test
  void guests_are_told_apart_by_their_mailboxes() {
    world.activate(1, series(ReEntry.NEVER));
    world.submit(of(1, 7).customer(5), false);
    world.submit(of(2, 7).customer(5).email("eva@example.com"), false);
    assertThat(world.database.count("PP_ENROLLMENT")).isEqualTo(2);
  }

  @Test
  void the_same_happening_told_again_begins_nothing() {
    for (ReEntry mode : ReEntry.values()) {
      world.fresh();
      world.activate(1, series(mode));
      world.submit(of(1, 7), false);
      world.happen(1, OrderFact.SUBMITTED);
      assertThat(world.database.count("PP_ENROLLMENT")).as(mode.name()).isEqualTo(1);
    }
  }

  private List<String> keys() {
    return new ArrayList<>(
        world.database.jdbc.queryForList("select ENROLLMENT_KEY from PP_ENROLLMENT", String.class));
  }

  private static OrderFixture of(long id, long product) {
    return order(id).line(id * 10 + 1, 1).of(goods(product));
  }

  private static OrderLine.Goods goods(long product) {
    return new OrderLine.Goods(product, Set.of(product + 1000), true);
  }

  private static SeriesDefinition series(ReEntry mode) {
    return SeriesWorld.series(
            OrderTriggers.ANY_ORDER, mode, 1, step("first", 1, 0), step("second", 2, 5))
        .every(mode == ReEntry.EACH_PERIOD ? PERIOD : 0);
  }

  private static Step step(String key, int position, int days) {
    return new Step.Builder(key)
        .at(position, key)
        .delay(Anchor.SUBMITTED, days, 0)
        .sends(Purpose.TRANSACTIONAL, "EMAIL", "thank-you")
        .build();
  }
}
