package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderState;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SeriesWorld;

/** Only what is shipped is waited for, and what can still change is asked again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitingForParcelsTest {
  private static final int TWO_DAYS = 2;
  private SeriesWorld world;

  @BeforeEach
  void open_the_shop() {
    world = new SeriesWorld(Databases.hsqldb()).fresh();
  }

  @Test
  void a_gift_card_holds_nothing_up() {
    world.activate(1, howToAfterArrival(0));
    place(OrderFixture.order(1).line(11, 1).line(12, 1, "Gift card").notShipped());

    world.warehouse.delivered(1, List.of(LineQuantity.of(11, 1)), "parcel");
    after(Duration.ofDays(TWO_DAYS));

    assertThat(sent()).containsExactly("How to");
  }

  @Test
  void an_order_without_a_parcel_has_arrived_when_it_was_placed() {
    world.activate(1, howToAfterArrival(0));
    place(OrderFixture.order(1).line(12, 1, "Gift card").notShipped());

    after(Duration.ofDays(TWO_DAYS));

    assertThat(sent()).containsExactly("How to");
  }

  @Test
  void a_mixed_order_of_which_nothing_was_reported_has_not_arrived() {
    world.activate(1, howToAfterArrival(0));
    place(OrderFixture.order(1).line(11, 1).line(12, 1, "Gift card").notShipped());

    after(Duration.ofDays(30));

    assertThat(sent()).isEmpty();
  }

  @Test
  void a_step_about_a_parcel_is_skipped_where_there_is_none() {
    world.activate(1, of(OrderTriggers.ANY_ORDER, step("how-to", Anchor.SHIPPED, 0, 0)));
    place(OrderFixture.order(1).line(12, 1, "Gift card").notShipped());

    after(Duration.ofDays(1));

    assertThat(sent()).isEmpty();
    assertThat(reasons()).contains(ReasonCode.NOTHING_SHIPPED);
  }

  @Test
  void a_series_for_arrived_orders_begins_at_once_without_a_parcel() {
    world.activate(1, of(OrderTriggers.ORDER_DELIVERED, step("how-to", Anchor.DELIVERED, 0, 0)));
    place(OrderFixture.order(1).line(12, 1, "Gift card").notShipped());

    assertThat(sent()).containsExactly("How to");
  }

  @Test
  void it_is_due_when_the_rest_is_cancelled_however_long_ago_the_first_part_arrived() {
    world.activate(1, howToAfterArrival(72));
    place(OrderFixture.order(1).line(11, 1).line(12, 1));
    world.warehouse.delivered(1, List.of(LineQuantity.of(11, 1)), "parcel");
    after(Duration.ofDays(20));
    assertThat(sent()).isEmpty();

    world.warehouse.linesCancelled(1, List.of(LineQuantity.of(12, 1)), "no-more");
    after(Duration.ZERO);

    assertThat(reasons()).doesNotContain(ReasonCode.STALE);
    assertThat(sent()).containsExactly("How to");
  }

  @Test
  void a_cancellation_before_the_arrival_delays_nothing() {
    world.activate(1, howToAfterArrival(72));
    place(OrderFixture.order(1).line(11, 2).line(12, 1));
    world.warehouse.linesCancelled(
        1, List.of(LineQuantity.of(11, 1), LineQuantity.of(12, 1)), "no-more");
    after(Duration.ofDays(3));
    world.warehouse.delivered(1, List.of(LineQuantity.of(11, 1)), "parcel");
    after(Duration.ofDays(TWO_DAYS).minusHours(1));
    assertThat(sent()).isEmpty();

    after(Duration.ofHours(1));

    assertThat(sent()).containsExactly("How to");
  }

  @Test
  void a_series_for_arrived_orders_begins_when_the_rest_is_cancelled() {
    world.activate(1, of(OrderTriggers.ORDER_DELIVERED, step("how-to", Anchor.DELIVERED, 0, 0)));
    place(OrderFixture.order(1).line(11, 1).line(12, 1));
    world.warehouse.delivered(1, List.of(LineQuantity.of(11, 1)), "parcel");
    after(Duration.ofDays(4));
    assertThat(sent()).isEmpty();

    world.warehouse.linesCancelled(1, List.of(LineQuantity.of(12, 1)), "no-more");
    after(Duration.ZERO);

    assertThat(sent()).containsExactly("How to");
  }

  @Test
  void an_order_that_is_a_cart_again_is_asked_again_and_gets_its_mail_when_it_is_submitted() {
    world.activate(1, of(OrderTriggers.ANY_ORDER, step("how-to", Anchor.SUBMITTED, 0, 0)));
    OrderFixture order = OrderFixture.order(1).line(11, 1);
    placeAsCart(order);

    after(Duration.ofMinutes(3));
    assertThat(sent()).isEmpty();
    assertThat(reasons()).isEmpty();

    world.orders.with(order.state(OrderState.SUBMITTED));
    after(Duration.ofMinutes(10));

    assertThat(sent()).containsExactly("How to");
  }

  @Test
  void an_order_that_stays_a_cart_is_skipped_after_a_day_and_blocks_nothing() {
    world.activate(1, of(OrderTriggers.ANY_ORDER, step("how-to", Anchor.SUBMITTED, 0, 0)));
    OrderFixture order = OrderFixture.order(1).line(11, 1);
    placeAsCart(order);

    for (int hour = 0; hour < 27; hour++) {
      after(Duration.ofHours(1));
    }

    assertThat(sent()).isEmpty();
    assertThat(reasons()).containsOnly(ReasonCode.ORDER_NOT_SUBMITTED);
    assertThat(
            world.database.jdbc.queryForList(
                "select STATE from PP_OUTBOX where STATE <> 'DONE'", String.class))
        .isEmpty();
  }

  @Test
  void a_due_mail_waits_while_its_order_is_a_cart_again() {
    world.activate(1, of(OrderTriggers.ANY_ORDER, step("how-to", Anchor.SUBMITTED, 1, 0)));
    OrderFixture order = OrderFixture.order(1).line(11, 1);
    place(order);
    world.orders.with(order.state(OrderState.OPEN));
    after(Duration.ofDays(1));
    assertThat(sent()).isEmpty();

    world.orders.with(order.state(OrderState.SUBMITTED));
    after(Duration.ofHours(2));

    assertThat(sent()).containsExactly("How to");
  }

  private void place(OrderFixture order) {
    world.submit(order, false);
  }

  /** Submitted, and written over by a stale cart before anybody has looked at it. */
  private void placeAsCart(OrderFixture order) {
    order.submittedAt(world.clock.instant());
    world.orders.with(order.state(OrderState.OPEN));
    world.happen(1, OrderFact.SUBMITTED);
  }

  private void after(Duration time) {
    world.pass(time);
  }

  private List<String> sent() {
    return world.mails.subjects();
  }

  private List<ReasonCode> reasons() {
    return world.decisions(1).stream()
        .map(d -> d.reason)
        .filter(r -> r != ReasonCode.DUE)
        .collect(Collectors.toList());
  }

  private static SeriesDefinition howToAfterArrival(int validHours) {
    return of(OrderTriggers.ANY_ORDER, step("how-to", Anchor.DELIVERED, TWO_DAYS, validHours));
  }

  private static SeriesDefinition of(String trigger, Step step) {
    return SeriesWorld.series(trigger, ReEntry.EACH_ORDER, 100, step);
  }

  private static Step step(String template, Anchor anchor, int days, int validHours) {
    return new Step.Builder(template)
        .at(1, template)
        .delay(anchor, days, 0)
        .validHours(validHours)
        .sends(Purpose.TRANSACTIONAL, "EMAIL", template)
        .build();
  }
}
