package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.order.OrderFact;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.SeriesWorld;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnteringASeriesTest {
  private SeriesWorld world;

  @BeforeEach
  void open_the_shop() {
    world = new SeriesWorld(Databases.hsqldb()).fresh();
  }

  @Test
  void without_a_series_that_runs_nothing_is_sent_and_that_is_on_record() {
    world.submit(order(1).line(11, 1), true);

    assertThat(world.mails.taken).isEmpty();
    assertThat(world.verdicts(1)).containsExactly("series SKIP SWITCHED_OFF");
  }

  @Test
  void what_happened_before_a_series_was_switched_on_enters_nobody() {
    world.orders.with(order(1).line(11, 1));
    world.clock.advance(Duration.ofDays(1));
    world.activate(1, FirstPurchase.series());
    world.clock.set(world.clock.instant().minus(Duration.ofHours(2)));
    world.happen(1, OrderFact.SUBMITTED);

    assertThat(world.mails.taken).isEmpty();
    assertThat(world.verdicts(1)).containsExactly("series SKIP BEFORE_ACTIVATION");
  }

  @Test
  void of_two_series_the_one_with_the_higher_priority_is_entered() {
    world.activate(1, FirstPurchase.series());
    world.activate(
        2,
        SeriesWorld.series(
            OrderTriggers.ANY_ORDER, ReEntry.EACH_ORDER, 10, FirstPurchase.thankYou()));

    world.submit(order(1).line(11, 1), false);
    world.clock.advance(Duration.ofDays(1));
    world.submit(order(2).line(21, 1), false);
    world.submit(order(3).line(31, 1).email("ADA@example.com"), false);

    assertThat(world.mails.subjects()).containsExactly("Thanks", "Thanks", "Thanks");
    assertThat(world.verdicts(1)).contains("series SKIP OUTRANKED");
    assertThat(world.verdicts(2))
        .containsExactly("series SKIP NOT_FIRST_ORDER", "thank-you SEND DUE");
    assertThat(world.database.enrollments().list(null, "ada@example.com", 9, 0))
        .extracting(run -> run.seriesId)
        .containsExactly(2L, 2L, 1L);
  }

  @Test
  void a_first_order_that_was_cancelled_leaves_the_next_one_the_first() {
    world.activate(1, FirstPurchase.series());
    world.submit(order(1).line(11, 1), true);
    world.cancel(order(1).line(11, 1));
    world.clock.advance(Duration.ofDays(1));
    world.submit(order(2).line(21, 1), true);

    assertThat(world.verdicts(2)).containsExactly("thank-you SEND DUE");
  }

  @Test
  void while_inside_nobody_enters_again_if_the_series_says_so() {
    world.activate(
        1,
        SeriesWorld.series(
            OrderTriggers.ANY_ORDER,
            ReEntry.WHEN_FINISHED,
            1,
            FirstPurchase.thankYou(),
            new Step.Builder("later")
                .at(2, "Later")
                .delay(Anchor.SUBMITTED, 5, 0)
                .sends(org.postpurchase.shared.Purpose.TRANSACTIONAL, "EMAIL", "thank-you")
                .build()));
    world.submit(order(1).line(11, 1), false);
    world.clock.advance(Duration.ofDays(1));
    world.submit(order(2).line(21, 1), false);
    world.pass(Duration.ofDays(6));
    world.submit(order(3).line(31, 1), false);

    assertThat(world.verdicts(2)).containsExactly("series SKIP ALREADY_ENROLLED");
    assertThat(world.verdicts(3)).containsExactly("thank-you SEND DUE");
  }

  @Test
  void a_series_about_shipping_begins_when_all_of_it_has_left() {
    world.activate(
        1,
        SeriesWorld.series(
            OrderTriggers.ORDER_SHIPPED, ReEntry.EACH_ORDER, 1, FirstPurchase.thankYou()));
    world.submit(order(1).line(11, 1).line(12, 1), false);
    world.warehouse.shipped(1, java.util.List.of(LineQuantity.of(11, 1)), "first");
    world.run();
    assertThat(world.mails.taken).isEmpty();

    world.ship(1);
    assertThat(world.mails.subjects()).containsExactly("Thanks");
  }

  @Test
  void two_parcels_and_two_reporters_tell_of_one_shipment() {
    world.activate(
        1,
        SeriesWorld.series(
            OrderTriggers.ORDER_SHIPPED, ReEntry.EACH_ORDER, 1, FirstPurchase.thankYou()));
    world.submit(order(1).line(11, 1).line(12, 1), false);
    world.ship(1);
    world.happen(1, OrderFact.SHIPPED);
    world.happen(1, OrderFact.SHIPPED);

    assertThat(world.mails.subjects()).containsExactly("Thanks");
    assertThat(world.database.count("PP_ENROLLMENT")).isEqualTo(1);
  }

  @Test
  void a_cancellation_can_begin_a_series_of_its_own() {
    world.activate(
        1,
        SeriesWorld.series(
            OrderTriggers.ORDER_CANCELLED,
            ReEntry.EACH_ORDER,
            1,
            new Step.Builder("sorry")
                .at(1, "Sorry")
                .sends(org.postpurchase.shared.Purpose.TRANSACTIONAL, "EMAIL", "thank-you")
                .build()));
    world.submit(order(1).line(11, 1), false);
    world.cancel(order(1).line(11, 1));

    assertThat(world.verdicts(1))
        .containsExactly("series SKIP SWITCHED_OFF", "thank-you EXIT ORDER_CANCELLED");
  }

  @Test
  void an_address_that_no_mail_can_reach_enters_nothing() {
    world.activate(1, FirstPurchase.series());
    world.submit(order(1).line(11, 1).email("not an address"), true);
    assertThat(world.verdicts(1)).containsExactly("series SKIP NO_USABLE_ADDRESS");
  }

  @Test
  void people_keep_the_version_they_entered_on() {
    world.activate(1, FirstPurchase.series());
    world.submit(order(1).line(11, 1), true);
    world.templates.with("how-to", "A new wording", "x");
    world.activate(
        1,
        SeriesWorld.series(
            FirstPurchase.thankYou(),
            FirstPurchase.marketing("how-to", 2, Anchor.SHIPPED, 20).build()));
    world.ship(1);
    world.pass(Duration.ofDays(2));

    assertThat(world.mails.subjects()).containsExactly("Thanks", "How to");
  }
}
