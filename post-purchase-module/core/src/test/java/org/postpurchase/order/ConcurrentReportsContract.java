package org.postpurchase.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.Together;

/** What several systems report about one order at the same moment, on every database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ConcurrentReportsContract extends OrderLifecycleFixture {
  @Test
  void of_eight_who_return_one_of_five_units_at_once_exactly_five_succeed() throws Exception {
    for (int round = 0; round < 6; round++) {
      int order = 500 + round;
      orders.with(OrderFixture.order(order).line(order, 5));

      List<String> results =
          Together.run(
              8,
              i -> () -> outcome(() -> lifecycle.linesReturned(order, units(order, 1), "R" + i)));

      assertThat(results)
          .as("round " + round + " " + results)
          .filteredOn("RECORDED"::equals)
          .hasSize(5);
      assertThat(results)
          .as("" + results)
          .filteredOn("LifecycleRefusedException"::equals)
          .hasSize(3);
      assertThat(progress(order).returned).isEqualTo(5);
    }
  }

  @Test
  void counting_is_right_also_when_the_callers_transaction_began_with_a_read() throws Exception {
    for (int round = 0; round < 6; round++) {
      int order = 600 + round;
      orders.with(OrderFixture.order(order).line(order, 5));
      lifecycle.shipped(order, units(order, 5), "S");

      List<String> results =
          Together.run(
              8,
              i ->
                  () ->
                      outcome(
                          () ->
                              afterARead(
                                  () -> lifecycle.linesReturned(order, units(order, 1), "R" + i))));

      assertThat(results)
          .as("round " + round + " " + results)
          .filteredOn("RECORDED"::equals)
          .hasSize(5);
      assertThat(results)
          .as("" + results)
          .filteredOn("LifecycleRefusedException"::equals)
          .hasSize(3);
    }
  }

  @Test
  void one_report_sent_by_several_at_once_is_recorded_once_and_refused_to_nobody()
      throws Exception {
    for (int round = 0; round < 6; round++) {
      int order = 700 + round;
      orders.with(OrderFixture.order(order).line(order, 1));
      lifecycle.shipped(order, List.of(), "S");

      List<String> results =
          Together.run(
              6,
              i ->
                  () ->
                      outcome(
                          () -> afterARead(() -> lifecycle.linesReturned(order, List.of(), "R"))));

      assertThat(results).as("round " + round).filteredOn("RECORDED"::equals).hasSize(1);
      assertThat(results).filteredOn("ALREADY_RECORDED"::equals).hasSize(5);
    }
  }

  @Test
  void one_refund_sent_by_several_at_once_is_recorded_once() throws Exception {
    List<String> results =
        Together.run(
            6, i -> () -> outcome(() -> afterARead(() -> lifecycle.refunded(1, TEN, "F"))));

    assertThat(results).filteredOn("RECORDED"::equals).hasSize(1);
    assertThat(results).filteredOn("ALREADY_RECORDED"::equals).hasSize(5);
  }

  /** Under repeatable read this fixes what plain reads of the transaction see from here on. */
  private LifecycleResult afterARead(Supplier<LifecycleResult> report) {
    return database.transactions.call(
        () -> {
          database.count("PP_OUTBOX");
          return report.get();
        });
  }

  private static String outcome(Supplier<LifecycleResult> report) {
    try {
      return report.get().name();
    } catch (RuntimeException e) {
      return e.getClass().getSimpleName()
          + (e instanceof LifecycleRefusedException ? "" : ": " + e.getMessage());
    }
  }
}
