package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.messaging.MessageState;
import org.postpurchase.messaging.SendOutcome;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderLine;
import org.postpurchase.reward.Redeemer;
import org.postpurchase.reward.RewardCode;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SeriesWorld;

/** From the first order to the second, as a merchant would tell it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FirstPurchaseScenarioTest {
  private SeriesWorld world;

  @BeforeEach
  void open_the_shop() {
    world = new SeriesWorld(Databases.hsqldb()).fresh();
    world.activate(1, FirstPurchase.series());
  }

  private static OrderFixture adasOrder() {
    return order(1).line(11, 1, "Dripper").line(12, 2, "Filters");
  }

  private void buy(boolean ticked) {
    world.submit(adasOrder(), ticked);
    world.ship(1);
    world.deliver(1);
  }

  @Test
  void a_buyer_who_agreed_gets_all_five_in_order_and_once_each() {
    buy(true);
    world.pass(Duration.ofDays(40));

    assertThat(world.mails.subjects())
        .containsExactly("Thanks", "How to", "Well?", "Yours: 10 % off", "Still yours");
    assertThat(world.verdicts(1))
        .containsExactly(
            "thank-you SEND DUE",
            "how-to SEND DUE",
            "review-request SEND DUE",
            "reward-code SEND DUE",
            "reward-reminder SEND DUE");
    assertThat(world.onlyEnrollment().state).isEqualTo(EnrollmentState.COMPLETED);
    assertThat(world.mails.taken.get(0).unsubscribeUrl).isEmpty();
    assertThat(world.mails.taken.subList(1, 5))
        .allSatisfy(
            mail ->
                assertThat(mail.unsubscribeUrl)
                    .startsWith("https://shop.example/post-purchase/unsubscribe/"));
  }

  @Test
  void each_step_comes_at_its_own_moment() {
    buy(true);
    world.pass(Duration.ofDays(2).minusSeconds(1));
    assertThat(world.mails.subjects()).containsExactly("Thanks");
    world.pass(Duration.ofSeconds(1));
    assertThat(world.mails.subjects()).containsExactly("Thanks", "How to");
    world.pass(Duration.ofDays(8).minusSeconds(1));
    assertThat(world.mails.subjects()).hasSize(2);
    world.pass(Duration.ofSeconds(1));
    assertThat(world.mails.subjects()).endsWith("Well?");
  }

  @Test
  void a_buyer_who_did_not_agree_gets_the_thank_you_only_and_each_silence_has_its_reason() {
    buy(false);
    world.pass(Duration.ofDays(40));

    assertThat(world.mails.subjects()).containsExactly("Thanks");
    assertThat(world.verdicts(1))
        .containsExactly(
            "thank-you SEND DUE",
            "how-to SKIP NO_CONSENT",
            "review-request SKIP NO_CONSENT",
            "reward-code SKIP NO_CONSENT",
            "reward-reminder SKIP NO_CONSENT");
    assertThat(world.offers.codes).isEmpty();
  }

  @Test
  void a_cancelled_order_gets_nothing_more() {
    buy(true);
    world.cancel(adasOrder());
    world.pass(Duration.ofDays(40));

    assertThat(world.mails.subjects()).containsExactly("Thanks");
    assertThat(world.verdicts(1))
        .containsExactly(
            "thank-you SEND DUE",
            "how-to EXIT ORDER_CANCELLED",
            "review-request EXIT ORDER_CANCELLED",
            "reward-code EXIT ORDER_CANCELLED",
            "reward-reminder EXIT ORDER_CANCELLED");
    assertThat(world.onlyEnrollment().reason).isEqualTo(ReasonCode.ORDER_CANCELLED);
  }

  @Test
  void whoever_unsubscribes_between_due_and_send_gets_nothing() {
    buy(true);
    world.mails.answer = SendOutcome.unreachable("down");
    world.pass(Duration.ofDays(2));
    world.unsubscribe("ada@example.com");
    world.mails.answer = SendOutcome.accepted();
    world.pass(Duration.ofDays(38));

    assertThat(world.mails.subjects()).containsExactly("Thanks");
    assertThat(world.verdicts(1))
        .containsExactly(
            "thank-you SEND DUE",
            "how-to SEND DUE",
            "how-to EXIT OPTED_OUT",
            "review-request EXIT OPTED_OUT",
            "reward-code EXIT OPTED_OUT",
            "reward-reminder EXIT OPTED_OUT");
    assertThat(world.database.messages().list(MessageState.CANCELLED, 9, 0)).hasSize(1);
  }

  @Test
  void what_is_queued_when_the_run_ends_does_not_leave_any_more() {
    buy(true);
    world.mails.answer = SendOutcome.unreachable("down");
    world.pass(Duration.ofDays(2));
    world.warehouse.cancelled(1, "by-phone"); // the host's own status says nothing
    world.run();
    world.mails.answer = SendOutcome.accepted();
    world.pass(Duration.ofDays(1));

    assertThat(world.mails.subjects()).containsExactly("Thanks");
    assertThat(world.database.messages().list(MessageState.CANCELLED, 9, 0)).hasSize(1);
  }

  @Test
  void a_thank_you_that_is_owed_is_sent_after_an_unsubscription_too() {
    world.status(1, SeriesStatus.PAUSED);
    world.activate(
        1,
        SeriesWorld.series(
            FirstPurchase.marketing("how-to", 1, Anchor.SUBMITTED, 0).build(),
            new Step.Builder("thank-you")
                .at(2, "Thank-you")
                .delay(Anchor.SUBMITTED, 0, 1)
                .sends(org.postpurchase.shared.Purpose.TRANSACTIONAL, "EMAIL", "thank-you")
                .build()));
    world.consents.unsubscribe(
        "ada@example.com", org.postpurchase.consent.ConsentSource.ONE_CLICK, "", "");
    world.submit(adasOrder(), false);
    world.pass(Duration.ofHours(2));

    assertThat(world.mails.subjects()).containsExactly("Thanks");
    assertThat(world.verdicts(1)).containsExactly("how-to EXIT OPTED_OUT", "thank-you SEND DUE");
    assertThat(world.onlyEnrollment().state).isEqualTo(EnrollmentState.COMPLETED);
  }

  @Test
  void a_new_address_on_the_order_needs_a_yes_of_its_own() {
    buy(true);
    world.orders.with(adasOrder().email("ada@work.example"));
    world.pass(Duration.ofDays(3));
    assertThat(world.verdicts(1)).endsWith("how-to SKIP NO_CONSENT");
  }

  @Test
  void using_the_code_stops_the_reminder() {
    buy(true);
    world.pass(Duration.ofDays(22));
    RewardCode code =
        world.database.rewardCodes().newestOf(world.onlyEnrollment().id).orElseThrow();
    OrderFixture second = order(2).line(21, 1);

    assertThat(
            world.redeem.reserve(
                java.util.List.of(code.code), new Redeemer(2, "ada@example.com", 0)))
        .isEmpty();
    world.submit(second, false);
    world.pass(Duration.ofDays(20));

    assertThat(world.mails.subjects()).endsWith("Yours: 10 % off").hasSize(4);
    assertThat(world.verdicts(1)).endsWith("reward-reminder EXIT REWARD_USED");
  }

  @Test
  void an_expired_code_is_not_called_to_mind() {
    Step late =
        FirstPurchase.marketing("reward-reminder", 5, Anchor.DELIVERED, 60)
            .onlyIf(ConditionType.REWARD_UNUSED, "reward-code")
            .build();
    world.activate(1, SeriesWorld.series(FirstPurchase.thankYou(), FirstPurchase.reward(), late));
    buy(true);
    world.pass(Duration.ofDays(70));

    assertThat(world.verdicts(1)).endsWith("reward-reminder SKIP REWARD_EXPIRED");
  }

  @Test
  void a_second_order_ends_the_way_to_the_second_order() {
    buy(true);
    world.pass(Duration.ofDays(3));
    world.submit(order(2).line(21, 1), false);
    world.pass(Duration.ofDays(40));

    assertThat(world.mails.subjects()).containsExactly("Thanks", "How to");
    assertThat(world.verdicts(1)).endsWith("reward-reminder EXIT ORDERED_AGAIN");
    assertThat(world.verdicts(2)).containsExactly("series SKIP NOT_FIRST_ORDER");
  }

  @Test
  void nobody_is_asked_about_what_went_back_or_left_the_catalogue() {
    OrderFixture gone =
        adasOrder().care(new OrderLine.Care(false, "", "")); // the filters are not sold any more
    world.submit(gone, true);
    world.ship(1);
    world.deliver(1);
    world.takeBack(1, LineQuantity.of(11, 1));
    world.pass(Duration.ofDays(11));

    assertThat(world.verdicts(1))
        .containsExactly(
            "thank-you SEND DUE",
            "how-to SKIP NO_PRODUCT_LEFT",
            "review-request SKIP NO_PRODUCT_LEFT");
    assertThat(world.decisions(1).get(1).detail).isEqualTo("Dripper, Filters");
  }

  @Test
  void returning_everything_ends_it() {
    buy(true);
    world.takeBack(1);
    world.pass(Duration.ofDays(40));

    assertThat(world.verdicts(1)).contains("how-to EXIT ALL_RETURNED").hasSize(5);
    assertThat(world.mails.subjects()).containsExactly("Thanks");
  }

  @Test
  void an_arrival_that_nobody_reports_is_taken_for_granted_after_a_while() {
    world.submit(adasOrder().to("DE"), true);
    world.ship(1);
    world.pass(Duration.ofDays(17).minusSeconds(1));
    assertThat(world.mails.subjects()).doesNotContain("Well?");
    world.pass(Duration.ofSeconds(1));
    assertThat(world.mails.subjects()).contains("Well?");
  }

  @Test
  void abroad_that_takes_longer() {
    world.submit(adasOrder().to("NZ"), true);
    world.ship(1);
    world.pass(Duration.ofDays(31).minusSeconds(1));
    assertThat(world.mails.subjects()).doesNotContain("Well?");
    world.pass(Duration.ofSeconds(1));
    assertThat(world.mails.subjects()).contains("Well?");
  }

  @Test
  void the_same_happening_told_a_hundred_times_changes_nothing() {
    buy(true);
    int before = world.database.count("PP_STEP_EXECUTION");
    for (int i = 0; i < 100; i++) {
      world.happen(1, OrderFact.SUBMITTED);
    }
    assertThat(world.database.count("PP_STEP_EXECUTION")).isEqualTo(before);
    assertThat(world.mails.subjects()).containsExactly("Thanks");
  }
}
