package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.messaging.NewMessage;
import org.postpurchase.messaging.Recipient;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.jdbc.Utc;

/** One person gets one message that advertises in sixteen hours, whatever is due. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactBudgetTest extends RestraintFixture {
  @Test
  void the_series_of_higher_priority_goes_first_and_the_other_follows_when_the_window_is_over() {
    join(1);
    happen("LOW", 1);
    happen("HIGH", 1);
    world.run();

    assertThat(world.mails.subjects()).containsExactly("high");
    pass(15);
    assertThat(world.mails.subjects()).containsExactly("high");
    pass(1);
    assertThat(world.mails.subjects()).containsExactly("high", "low");
    assertThat(verdicts(1))
        .containsExactly("high SEND DUE", "low DEFER OVER_CONTACT_BUDGET", "low SEND DUE");
  }

  @Test
  void of_equals_the_one_whose_time_is_over_first_goes_first() {
    activate(2, "HIGH", 10, Purpose.MARKETING, 20);
    join(1);
    happen("LOW", 1);
    happen("HIGH", 1);
    world.run();
    assertThat(world.mails.subjects()).containsExactly("high");
    pass(16);

    assertThat(world.mails.subjects()).containsExactly("high", "low");
  }

  @Test
  void looking_at_what_waits_does_not_make_it_wait_longer() {
    join(1);
    happen("HIGH", 1);
    world.run();
    for (int hour = 0; hour < 16; hour++) {
      happen("LOW", 1);
      pass(1);
    }

    assertThat(world.mails.subjects()).containsExactly("high", "low");
  }

  @Test
  void a_verdict_says_what_was_sent_instead() {
    join(1);
    happen("LOW", 1);
    happen("HIGH", 1);
    world.run();

    assertThat(world.database.decisions().list(Verdict.DEFER, address(1), 5, 0).get(0).detail)
        .isEqualTo("A series");
  }

  @Test
  void people_do_not_wait_for_each_other() {
    join(1);
    join(2);
    happen("LOW", 1);
    happen("HIGH", 2);
    world.run();

    assertThat(world.mails.subjects()).containsExactlyInAnyOrder("low", "high");
  }

  @Test
  void order_mails_neither_wait_nor_count() {
    join(1);
    happen("ORDER_MAIL", 1);
    world.run();
    happen("LOW", 1);
    happen("ORDER_MAIL", 1);
    world.run();

    assertThat(world.mails.subjects()).containsExactlyInAnyOrder("own", "low", "own");
  }

  @Test
  void what_waits_is_put_off_until_its_time_is_over_and_not_dropped_before() {
    activate(1, "LOW", 10, Purpose.MARKETING, 5);
    join(1);
    happen("HIGH", 1);
    world.run();
    happen("LOW", 1);
    world.run();
    assertThat(verdicts(1)).endsWith("low DEFER OVER_CONTACT_BUDGET");
    world.pass(Duration.ofHours(5).minusMillis(1));
    assertThat(verdicts(1)).endsWith("low DEFER OVER_CONTACT_BUDGET");
    world.pass(Duration.ofMillis(1));

    assertThat(verdicts(1)).endsWith("low SKIP OVER_CONTACT_BUDGET");
  }

  @Test
  void a_message_that_cannot_leave_keeps_the_window_shut_until_it_has_left() {
    join(1);
    happen("HIGH", 1);
    world.node.relay.runDue();
    world.engine.dueSteps().runDue(); // the sender is down
    happen("LOW", 1);
    for (int hour = 0; hour < 20; hour++) {
      world.clock.advance(Duration.ofHours(1));
      world.engine.dueSteps().runDue();
    }
    Instant left = world.clock.instant();
    world.node.sender.runDue();
    assertThat(world.mails.subjects()).containsExactly("high");
    pass(26);

    assertThat(world.mails.subjects()).containsExactly("high", "low");
    assertThat(
            world.database.jdbc.query(
                "select FINISHED_AT from PP_MESSAGE order by FINISHED_AT",
                (row, n) -> Utc.instant(row, "FINISHED_AT")))
        .containsExactly(left, left.plus(Duration.ofHours(16)));
  }

  @Test
  void it_is_one_decision_however_often_it_is_looked_at_and_each_look_is_counted() {
    join(1);
    happen("HIGH", 1);
    world.run();
    happen("LOW", 1);
    world.run();
    pass(10);
    happen("HIGH", 1);
    pass(30);

    assertThat(verdicts(1)).containsOnlyOnce("low DEFER OVER_CONTACT_BUDGET");
    assertThat(
            world.database.jdbc.queryForObject(
                "select max(DEFERRED) from PP_STEP_EXECUTION", Integer.class))
        .isEqualTo(2);
  }

  /** mautic 6729: what went out another way than by a campaign was not counted. */
  @Test
  void advertising_that_no_series_has_sent_counts_too() {
    join(1);
    NewMessage alone =
        new NewMessage(
            "alone",
            "high",
            Purpose.MARKETING,
            0,
            "high",
            "en",
            Recipient.mailbox("EMAIL", EmailAddress.of(address(1))));
    world.database.transactions.run(
        () -> world.database.messages().queue(alone, world.clock.instant()));
    happen("LOW", 1);
    world.node.relay.runDue();
    world.engine.dueSteps().runDue();

    assertThat(verdicts(1)).containsExactly("low DEFER OVER_CONTACT_BUDGET");
  }

  /** braze-docs 122: of several limits the strictest holds. */
  @Test
  void of_the_persons_wish_and_the_channels_window_the_longer_one_counts() {
    activate(1, "LOW", 10, Purpose.MARKETING, 24 * 60);
    join(1);
    pace(200, "");
    wish(1, null, 168);
    happen("HIGH", 1);
    happen("LOW", 1);
    pass(199);
    assertThat(world.mails.subjects()).containsExactly("high");
    pass(1);

    assertThat(world.mails.subjects()).containsExactly("high", "low");
  }

  @Test
  void a_merchant_can_change_the_window_of_a_channel_and_lift_it() {
    join(1);
    pace(2, "");
    happen("HIGH", 1);
    happen("LOW", 1);
    pass(2);
    assertThat(world.mails.subjects()).containsExactly("high", "low");
    pace(0, "");
    happen("HIGH", 1);
    happen("LOW", 1);
    world.run();

    assertThat(world.mails.subjects()).hasSize(4);
  }

  @Test
  void a_pause_of_the_person_is_asked_at_the_decision_and_once_more_when_the_mail_leaves() {
    activate(1, "LOW", 10, Purpose.MARKETING, 24 * 60);
    join(1);
    join(2);
    happen("HIGH", 2);
    world.node.relay.runDue();
    world.engine.dueSteps().runDue();
    wish(2, START.plus(Duration.ofDays(30)), 0);
    wish(1, START.plus(Duration.ofDays(30)), 0);
    happen("LOW", 1);
    happen("ORDER_MAIL", 1);
    world.run();
    assertThat(world.mails.subjects()).containsExactly("own");
    assertThat(verdicts(2)).endsWith("high SKIP PAUSED_BY_PERSON");
    assertThat(verdicts(1)).contains("low DEFER PAUSED_BY_PERSON");
    pass(30 * 24);

    assertThat(world.mails.subjects()).containsExactly("own", "low");
  }

  @Test
  void a_person_who_wants_one_message_a_week_gets_one() {
    activate(1, "LOW", 10, Purpose.MARKETING, 24 * 60);
    join(1);
    wish(1, null, 168);
    happen("HIGH", 1);
    happen("LOW", 1);
    pass(167);
    assertThat(world.mails.subjects()).containsExactly("high");
    assertThat(verdicts(1)).contains("low DEFER AT_MOST_WEEKLY");
    pass(1);

    assertThat(world.mails.subjects()).containsExactly("high", "low");
  }

  @Test
  void hours_that_a_merchant_has_narrowed_hold_also_for_a_message_that_was_delayed() {
    ZoneId shop = ZoneId.of("Europe/Berlin");
    pace(-1, "MO-SU 08:00-20:00");
    join(1);
    join(2);
    happen("HIGH", 1);
    world.node.relay.runDue();
    world.engine.dueSteps().runDue(); // decided at ten in the morning
    world.clock.set(Instant.parse("2026-03-02T22:30:00Z"));
    happen("HIGH", 2);
    world.run();
    assertThat(world.mails.taken).isEmpty();
    assertThat(verdicts(2)).containsExactly("high DEFER QUIET_HOURS");
    pass(24);

    assertThat(world.mails.taken).hasSize(2);
    assertThat(
            world.database.jdbc.query(
                "select FINISHED_AT from PP_MESSAGE",
                (row, n) -> Utc.instant(row, "FINISHED_AT").atZone(shop).toLocalTime()))
        .containsOnly(LocalTime.of(8, 0));
  }

  private void pace(int hours, String times) {
    world.database.jdbc.update("delete from PP_CHANNEL_PACE");
    world.database.jdbc.update(
        "insert into PP_CHANNEL_PACE (CHANNEL, BUDGET_HOURS, HOURS, EDITION, CHANGED_AT) values"
            + " ('EMAIL', ?, ?, 1, ?)",
        hours,
        times,
        Utc.param(START));
  }

  private void wish(long customer, Instant pausedUntil, int leastHours) {
    world.database.transactions.run(
        () -> world.database.enrollments().lockContact(address(customer), START));
    world.database.jdbc.update(
        "update PP_CONTACT set PAUSED_UNTIL = ?, LEAST_HOURS = ? where CONTACT = ?",
        Utc.param(pausedUntil),
        leastHours,
        address(customer));
  }
}
