package org.postpurchase.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SettableClock;

/** What a warehouse may report and what is refused, on every database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class OrderLifecycleContract extends OrderLifecycleFixture {
  @Test
  void a_line_can_be_reported_in_parts_up_to_what_was_ordered() {
    assertThat(lifecycle.shipped(1, units(11, 2), "S1")).isEqualTo(LifecycleResult.RECORDED);
    assertThat(lifecycle.shipped(1, units(11, 3), "S2")).isEqualTo(LifecycleResult.RECORDED);

    assertThat(progress(11).shipped).isEqualTo(5);
    assertThat(progress(12).shipped).isZero();
    assertThat(database.count("PP_OUTBOX")).isEqualTo(2);
  }

  @Test
  void more_than_was_ordered_is_refused_and_nothing_is_recorded() {
    lifecycle.shipped(1, units(11, 4), "S1");

    assertThatThrownBy(
            () ->
                lifecycle.shipped(1, List.of(LineQuantity.of(12, 1), LineQuantity.of(11, 2)), "S2"))
        .isInstanceOf(LifecycleRefusedException.class)
        .hasMessage("Line 11 of order 1 has 1 unit(s) left for shipped, but 2 were reported.");

    assertThat(progress(11).shipped).isEqualTo(4);
    assertThat(progress(12).shipped).isZero();
    assertThat(database.count("PP_OUTBOX")).isEqualTo(1);
  }

  @Test
  void the_same_line_twice_in_one_report_is_added_up() {
    List<LineQuantity> twice = List.of(LineQuantity.of(11, 3), LineQuantity.of(11, 3));

    assertThatThrownBy(() -> lifecycle.shipped(1, twice, "S1"))
        .isInstanceOf(LifecycleRefusedException.class);
    assertThat(database.count("PP_OUTBOX")).isZero();
  }

  @Test
  void the_same_report_again_is_already_recorded() {
    lifecycle.linesReturned(1, List.of(LineQuantity.of(11, 2), LineQuantity.of(12, 1)), "R1");

    assertThat(
            lifecycle.linesReturned(
                1, List.of(LineQuantity.of(12, 1), LineQuantity.of(11, 2)), "R1"))
        .as("the order of lines does not matter")
        .isEqualTo(LifecycleResult.ALREADY_RECORDED);
    assertThat(progress(11).returned).isEqualTo(2);
  }

  @Test
  void the_same_reference_with_other_content_is_refused() {
    lifecycle.linesReturned(1, units(11, 1), "R1");

    assertThatThrownBy(() -> lifecycle.linesReturned(1, units(11, 2), "R1"))
        .isInstanceOf(LifecycleRefusedException.class)
        .hasMessageContaining("already used with other content")
        .hasMessageContaining("Use a new reference");
    assertThatThrownBy(() -> lifecycle.linesReturned(1, List.of(), "R1"))
        .isInstanceOf(LifecycleRefusedException.class);
    assertThat(progress(11).returned).isEqualTo(1);
  }

  @Test
  void one_unit_is_not_mistaken_for_the_beginning_of_more_units() {
    orders.with(OrderFixture.order(2).line(21, 50));
    lifecycle.shipped(2, units(21, 12), "S1");

    assertThatThrownBy(() -> lifecycle.shipped(2, units(21, 1), "S1"))
        .isInstanceOf(LifecycleRefusedException.class);
  }

  @Test
  void references_of_different_facts_and_orders_do_not_meet() {
    orders.with(OrderFixture.order(2).line(21, 1));

    assertThat(lifecycle.shipped(1, units(11, 1), "X")).isEqualTo(LifecycleResult.RECORDED);
    assertThat(lifecycle.delivered(1, units(11, 1), "X")).isEqualTo(LifecycleResult.RECORDED);
    assertThat(lifecycle.shipped(2, units(21, 1), "X")).isEqualTo(LifecycleResult.RECORDED);
  }

  @Test
  void what_the_buyer_means_to_send_back_is_counted_until_it_is_back() {
    lifecycle.delivered(1, List.of(), "D");
    assertThat(lifecycle.withdrawalDeclared(1, units(11, 3), "W1"))
        .isEqualTo(LifecycleResult.RECORDED);
    assertThat(lifecycle.withdrawalDeclared(1, units(11, 3), "W1"))
        .isEqualTo(LifecycleResult.ALREADY_RECORDED);
    assertThatThrownBy(() -> lifecycle.withdrawalDeclared(1, units(11, 3), "W2"))
        .hasMessageContaining("has 2 unit(s) left for withdrawal declared");
    assertThat(line(11).withdrawn).isEqualTo(3);
    assertThat(line(11).heldUntil()).isEqualTo(SettableClock.START.plus(Duration.ofDays(30)));
    lifecycle.linesReturned(1, units(11, 2), "R1");
    assertThat(line(11).withdrawn).as("two of the three are back").isEqualTo(1);
    lifecycle.withdrawalTakenBack(1, List.of(), "T1");
    assertThat(line(11).withdrawn).isZero();
    assertThat(line(11).heldUntil()).isNull();
    lifecycle.linesReturned(1, units(11, 1), "R2");
    assertThat(line(11).withdrawn).as("came back unannounced").isZero();
    assertThat(lifecycle.withdrawalDeclared(1, List.of(), "W3"))
        .isEqualTo(LifecycleResult.RECORDED);
    assertThat(line(11).withdrawn).isEqualTo(2);
    assertThat(line(12).withdrawn).isEqualTo(1);
  }

  private OrderLineProgress line(long id) {
    return database.orderLines().read(1).stream().filter(l -> l.lineId == id).findFirst().get();
  }

  @Test
  void no_lines_mean_everything_that_is_still_open() {
    lifecycle.shipped(1, units(11, 2), "S1");

    lifecycle.shipped(1, List.of(), "S2");

    assertThat(progress(11).shipped).isEqualTo(5);
    assertThat(progress(12).shipped).isEqualTo(1);
    assertThat(events.find("order:1:SHIPPED:ref:S2").get().payload)
        .isEqualTo("asked=all;lines=11:3,12:1");
    assertThat(lifecycle.shipped(1, List.of(), "S2")).isEqualTo(LifecycleResult.ALREADY_RECORDED);
    assertThatThrownBy(() -> lifecycle.shipped(1, List.of(), "S3"))
        .hasMessage("Nothing of order 1 is left for shipped.");
  }

  @Test
  void what_was_shipped_cannot_be_cancelled_and_what_was_cancelled_cannot_be_shipped() {
    lifecycle.shipped(1, units(11, 3), "S1");

    assertThatThrownBy(() -> lifecycle.linesCancelled(1, units(11, 3), "C1"))
        .isInstanceOf(LifecycleRefusedException.class);
    lifecycle.linesCancelled(1, units(11, 2), "C2");
    assertThatThrownBy(() -> lifecycle.shipped(1, units(11, 1), "S2"))
        .hasMessageContaining("0 unit(s) left");
    assertThat(progress(11).cancelled).isEqualTo(2);
  }

  @Test
  void what_was_cancelled_can_neither_arrive_nor_come_back() {
    lifecycle.linesCancelled(1, units(11, 2), "C1");

    assertThatThrownBy(() -> lifecycle.delivered(1, units(11, 4), "D1"))
        .hasMessage("Line 11 of order 1 has 3 unit(s) left for delivered, but 4 were reported.");
    assertThatThrownBy(() -> lifecycle.linesReturned(1, units(11, 4), "R1"))
        .hasMessage(
            "Line 11 of order 1 has 3 unit(s) left for lines returned, but 4 were reported.");
    assertThat(lifecycle.delivered(1, units(11, 3), "D2")).isEqualTo(LifecycleResult.RECORDED);
    assertThat(lifecycle.linesReturned(1, units(11, 3), "R2")).isEqualTo(LifecycleResult.RECORDED);
    assertThatThrownBy(() -> lifecycle.linesCancelled(1, units(11, 1), "C2"))
        .as("what arrived cannot be cancelled")
        .isInstanceOf(LifecycleRefusedException.class);
  }

  @Test
  void the_unknown_is_refused_with_what_is_known() {
    assertThatThrownBy(() -> lifecycle.shipped(99, List.of(), "S1"))
        .isInstanceOf(UnknownOrderException.class)
        .hasMessageContaining("99");
    assertThatThrownBy(() -> lifecycle.cancelled(99, "C1"))
        .isInstanceOf(UnknownOrderException.class);
    assertThatThrownBy(() -> lifecycle.shipped(1, units(13, 1), "S1"))
        .hasMessage("Order 1 has no line 13; its lines are 11, 12.");
    assertThat(database.count("PP_OUTBOX")).isZero();
  }

  @Test
  void nothing_happens_to_an_order_that_is_still_a_cart() {
    orders.with(OrderFixture.order(3).line(31, 1).state(OrderState.OPEN));

    assertThatThrownBy(() -> lifecycle.shipped(3, List.of(), "S1"))
        .hasMessageContaining("has not been submitted yet");
    assertThatThrownBy(() -> lifecycle.refunded(3, TEN, "F1"))
        .isInstanceOf(LifecycleRefusedException.class);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "a b", "a|b", "a\nb", "a;b", "'"})
  void a_reference_that_cannot_be_kept_is_refused(String reference) {
    assertThatThrownBy(() -> lifecycle.shipped(1, List.of(), reference))
        .isInstanceOf(LifecycleRefusedException.class)
        .hasMessageContaining("must be 1 to 60");
    assertThatThrownBy(() -> lifecycle.cancelled(1, reference))
        .isInstanceOf(LifecycleRefusedException.class);
    assertThat(database.count("PP_OUTBOX")).isZero();
  }

  @Test
  void a_reference_of_sixty_characters_fits_and_one_more_does_not() {
    lifecycle.linesCancelled(1, units(11, 1), "r".repeat(60));

    assertThatThrownBy(() -> lifecycle.linesCancelled(1, units(11, 1), "r".repeat(61)))
        .isInstanceOf(LifecycleRefusedException.class);
  }

  @Test
  void refunds_are_kept_with_amount_and_currency() {
    assertThat(lifecycle.refunded(1, TEN, "F1")).isEqualTo(LifecycleResult.RECORDED);
    assertThat(lifecycle.refunded(1, TEN, "F1")).isEqualTo(LifecycleResult.ALREADY_RECORDED);

    assertThat(events.find("order:1:REFUNDED:ref:F1").get().payload)
        .isEqualTo("amountMinor=1000;currency=EUR");
    assertThatThrownBy(() -> lifecycle.refunded(1, TEN.plus(TEN), "F1"))
        .isInstanceOf(LifecycleRefusedException.class);
    assertThatThrownBy(() -> lifecycle.refunded(1, TEN.minus(TEN), "F2"))
        .hasMessageContaining("more than zero");
  }

  @Test
  void a_cancellation_is_recorded_once() {
    assertThat(lifecycle.cancelled(1, "C1")).isEqualTo(LifecycleResult.RECORDED);
    assertThat(lifecycle.cancelled(1, "C1")).isEqualTo(LifecycleResult.ALREADY_RECORDED);
    assertThat(database.count("PP_OUTBOX")).isEqualTo(1);
  }

  @Test
  void a_report_commits_and_vanishes_with_its_caller() {
    assertThatThrownBy(
            () ->
                database.transactions.run(
                    () -> {
                      lifecycle.shipped(1, units(11, 1), "S1");
                      throw new IllegalStateException("the caller gives up");
                    }))
        .hasMessage("the caller gives up");

    assertThat(database.count("PP_OUTBOX")).isZero();
    assertThat(database.count("PP_ORDER_LINE")).isZero();
  }

  @Test
  void an_order_of_very_many_lines_can_be_reported_as_a_whole() {
    OrderFixture large = OrderFixture.order(9);
    LongStream.rangeClosed(100_001, 100_150).forEach(line -> large.line(line, 1));
    orders.with(large);

    assertThat(lifecycle.shipped(9, List.of(), "S1")).isEqualTo(LifecycleResult.RECORDED);

    List<LineQuantity> each =
        LongStream.rangeClosed(100_001, 100_150)
            .mapToObj(line -> LineQuantity.of(line, 1))
            .collect(Collectors.toList());
    assertThat(lifecycle.delivered(9, each, "D1")).isEqualTo(LifecycleResult.RECORDED);
    assertThat(lifecycle.delivered(9, each, "D1")).isEqualTo(LifecycleResult.ALREADY_RECORDED);
    assertThatThrownBy(() -> lifecycle.delivered(9, each.subList(0, 149), "D1"))
        .isInstanceOf(LifecycleRefusedException.class);
  }

  @Test
  void a_report_too_long_to_keep_says_how_to_split_it() {
    OrderFixture huge = OrderFixture.order(9);
    LongStream.rangeClosed(100_001, 100_400).forEach(line -> huge.line(line, 1));
    orders.with(huge);

    assertThatThrownBy(() -> lifecycle.shipped(9, List.of(), "S1"))
        .isInstanceOf(LifecycleRefusedException.class)
        .hasMessageContaining("400 lines")
        .hasMessageContaining("several reports");
    assertThat(database.count("PP_OUTBOX")).isZero();
  }
}
