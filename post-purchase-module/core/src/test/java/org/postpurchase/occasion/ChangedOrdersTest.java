package org.postpurchase.occasion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderState;
import org.postpurchase.series.SeriesStatus;
import org.postpurchase.testkit.OrderFixture;

/** What is cancelled, sent back, changed or told late counts as what it is by then. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangedOrdersTest extends OccasionFixture {
  private OrderFixture teaAndShoes(long id, int tins) {
    return of(id, 7, tins).line(id * 10 + 1, 1).of(new OrderLine.Goods(8, Set.of(), true));
  }

  private void cancel(OrderFixture placed) {
    long id = placed.build().orderId;
    world.orders.with(placed.state(OrderState.CANCELLED));
    tell(id, OrderFact.CANCELLED);
  }

  private void comesBack(long id, LineQuantity... units) {
    world.takeBack(id, units);
    tell(id, OrderFact.LINES_RETURNED);
  }

  @Test
  void sending_the_shoes_back_leaves_the_reminder_of_the_tea() {
    activate(ReplenishOccasion.KEY, "again");
    buy(teaAndShoes(1, 1));
    comesBack(1, LineQuantity.of(11, 1));
    days(26);
    assertThat(world.mails.subjects()).containsExactly("Again");
  }

  @Test
  void two_of_three_tins_that_come_back_shorten_the_time_and_the_third_ends_it() {
    activate(ReplenishOccasion.KEY, "again");
    buy(teaAndShoes(1, 3));
    buy(of(2, 7, 2).email("bob@example.com"));
    comesBack(1, LineQuantity.of(10, 2));
    comesBack(2, LineQuantity.of(20, 2));
    days(24);
    assertThat(world.mails.subjects()).isEmpty();
    days(2);
    assertThat(world.mails.subjects()).containsExactly("Again");
    days(100);
    assertThat(world.mails.subjects()).containsExactly("Again");
  }

  @Test
  void what_came_back_before_anybody_was_told_of_the_order_is_not_waited_for() {
    activate(ReplenishOccasion.KEY, "again");
    place(teaAndShoes(1, 2));
    comesBack(1, LineQuantity.of(10, 1));
    tell(1, OrderFact.SUBMITTED);
    days(26);
    assertThat(world.mails.subjects()).containsExactly("Again");
  }

  @Test
  void what_is_sent_back_between_the_moment_and_the_mail_is_not_reminded_of() {
    activate(ReplenishOccasion.KEY, "again");
    buy(teaAndShoes(1, 1));
    world.clock.advance(Duration.ofDays(26));
    report.runDue();
    world.takeBack(1, LineQuantity.of(10, 1));
    world.run();
    assertThat(world.mails.subjects()).isEmpty();
  }

  @Test
  void an_older_order_that_is_told_late_does_not_put_the_newer_one_aside() {
    activate(ReplenishOccasion.KEY, "again");
    place(of(1, 7, 1));
    days(20);
    buy(of(2, 7, 1));
    tell(1, OrderFact.SUBMITTED);
    days(24);
    assertThat(world.mails.subjects()).isEmpty();
    days(2);
    assertThat(world.mails.subjects()).containsExactly("Again");
  }

  @Test
  void an_older_order_that_is_told_late_gives_the_own_interval() {
    activate(ReplenishOccasion.KEY, "again");
    place(of(1, 9, 1));
    days(40);
    buy(of(2, 9, 1));
    days(10);
    tell(1, OrderFact.SUBMITTED);
    days(24);
    assertThat(world.mails.subjects()).isEmpty();
    days(2);
    assertThat(world.mails.subjects()).containsExactly("Again");
  }

  @Test
  void an_order_that_took_the_place_of_a_cancelled_one_is_no_second_order() {
    activate(WinBackOccasion.KEY, "note");
    OrderFixture wrong = order(1).line(11, 1);
    buy(wrong);
    buy(order(2).line(21, 1));
    cancel(wrong);
    days(400);
    assertThat(world.mails.subjects()).isEmpty();
  }

  @Test
  void silence_counts_from_the_last_order_that_was_not_cancelled() {
    activate(WinBackOccasion.KEY, "note");
    buy(order(1).line(11, 1));
    buy(order(2).line(21, 1));
    days(100);
    OrderFixture third = order(3).line(31, 1);
    buy(third);
    cancel(third);
    days(79);
    assertThat(world.mails.subjects()).isEmpty();
    days(2);
    assertThat(world.mails.subjects()).containsExactly("Note");
    days(400);
    assertThat(world.mails.subjects()).containsExactly("Note");
  }

  @Test
  void silence_counts_from_the_newest_order_whichever_is_told_last() {
    activate(WinBackOccasion.KEY, "note");
    place(order(1).line(11, 1));
    days(30);
    place(order(2).line(21, 1));
    tell(2, OrderFact.SUBMITTED);
    tell(1, OrderFact.SUBMITTED);
    days(179);
    assertThat(world.mails.subjects()).isEmpty();
    days(2);
    assertThat(world.mails.subjects()).containsExactly("Note");
  }

  @Test
  void a_first_order_that_was_cancelled_has_no_anniversary() {
    activate(YearlyOccasion.FIRST_ORDER, "note");
    OrderFixture first = order(1).line(11, 1);
    buy(first);
    cancel(first);
    days(400);
    assertThat(world.mails.subjects()).isEmpty();
  }

  @Test
  void a_first_order_that_came_back_was_the_first_order_all_the_same() {
    activate(YearlyOccasion.FIRST_ORDER, "note");
    buy(order(1).line(11, 1));
    comesBack(1, LineQuantity.of(11, 1));
    days(366);
    assertThat(world.mails.subjects()).containsExactly("Note");
  }

  @Test
  void whoever_was_won_back_as_a_guest_is_not_again_in_the_same_year_with_an_account() {
    activate(WinBackOccasion.KEY, "note");
    buy(order(1).line(11, 1));
    buy(order(2).line(21, 1));
    days(181);
    assertThat(world.mails.subjects()).hasSize(1);
    buy(order(3).line(31, 1).registered().customer(ADA));
    days(182);
    assertThat(world.mails.subjects()).as("the same year").hasSize(1);
    buy(order(4).line(41, 1).registered().customer(ADA));
    days(370); // twice the usual gap of 181
    assertThat(world.mails.subjects()).as("another year").hasSize(2);
  }

  @Test
  void whoever_was_won_back_with_an_account_is_not_again_in_the_same_year_as_a_guest() {
    activate(WinBackOccasion.KEY, "note");
    buy(order(1).line(11, 1).registered().customer(ADA));
    buy(order(2).line(21, 1).registered().customer(ADA));
    days(181);
    assertThat(world.mails.subjects()).hasSize(1);
    buy(order(3).line(31, 1));
    days(182);
    assertThat(world.mails.subjects()).as("the same year").hasSize(1);
    days(190);
    assertThat(world.mails.subjects()).as("another year, and still silent").hasSize(2);
    days(400);
    assertThat(world.mails.subjects()).as("without an order nobody is asked again").hasSize(2);
  }

  /** What was not sent, because the guest's order was seen in time, does not count. */
  @Test
  void an_order_as_a_guest_in_between_does_not_use_up_the_year() {
    activate(WinBackOccasion.KEY, "note");
    buy(order(1).line(11, 1).registered().customer(ADA));
    buy(order(2).line(21, 1).registered().customer(ADA));
    days(100);
    buy(order(3).line(31, 1));
    days(179);
    assertThat(world.mails.subjects()).isEmpty();
    days(2);
    assertThat(world.mails.subjects()).hasSize(1);
  }

  @Test
  void whoever_fell_silent_again_within_the_year_is_asked_when_it_is_over() {
    activate(WinBackOccasion.KEY, "note");
    buy(order(1).line(11, 1));
    buy(order(2).line(21, 1));
    days(181);
    buy(order(3).line(31, 1));
    days(363);
    assertThat(world.mails.subjects()).hasSize(1);
    days(3);
    assertThat(world.mails.subjects()).hasSize(2);
  }

  @Test
  void the_first_order_that_is_kept_has_the_anniversary() {
    activate(YearlyOccasion.FIRST_ORDER, "note");
    OrderFixture first = order(1).line(11, 1);
    buy(first);
    days(10);
    OrderFixture second = order(2).line(21, 1);
    buy(second);
    days(10);
    buy(order(3).line(31, 1));
    cancel(second);
    cancel(first);
    days(363);
    assertThat(world.mails.subjects()).as("of neither that was cancelled").isEmpty();
    days(4);
    assertThat(world.mails.subjects()).containsExactly("Note");
    days(366);
    assertThat(world.mails.subjects()).hasSize(2);
  }

  /** The row is older than the pause, which nobody's order waits for. */
  @Test
  void a_first_order_that_is_cancelled_while_the_series_is_paused_has_no_anniversary() {
    activate(YearlyOccasion.FIRST_ORDER, "note");
    OrderFixture first = order(1).line(11, 1);
    buy(first);
    world.status(1, SeriesStatus.PAUSED);
    cancel(first);
    world.status(1, SeriesStatus.ACTIVE);
    days(400);
    assertThat(world.mails.subjects()).isEmpty();
  }

  /** By the mailbox an erasure finds the row. */
  @Test
  void a_row_is_about_the_mailbox_of_the_newest_order() {
    activate(WinBackOccasion.KEY, "note");
    buy(order(1).line(11, 1).registered().customer(ADA));
    buy(order(2).line(21, 1).registered().customer(ADA).email("eva@example.com"));
    assertThat(
            world.database.jdbc.queryForList(
                "select CONTACT from PP_DUE_OCCASION where EMAIL is not null", String.class))
        .containsExactly("eva@example.com");
  }
}
