package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.consent.Suppression;
import org.postpurchase.loyalty.PointsExpiringTrigger;
import org.postpurchase.loyalty.TierTrigger;
import org.postpurchase.moment.Moment;
import org.postpurchase.order.OrderFact;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.ErasedMailbox;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.SeriesWorld;

/** What keeps a notice from a member, and what does not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MembersLeftAloneTest extends MemberSeriesFixture {
  @Test
  void what_is_not_true_any_more_is_skipped_step_by_step_and_also_at_the_last_moment() {
    world.activate(1, notices());
    report(points("p"));
    members.over.add("p");
    until("2026-04-10T00:00:00Z");
    assertThat(verdicts()).containsExactly("first SKIP POINTS_NOT_EXPIRING");

    members.over.clear();
    world.clock.set(Instant.parse("2026-04-23T22:00:00Z"));
    world.engine.dueSteps().runDue();
    members.over.add("p");
    world.node.sender.runDue();
    assertThat(world.mails.taken).isEmpty();
    assertThat(verdicts())
        .containsExactly(
            "first SKIP POINTS_NOT_EXPIRING", "last SEND DUE", "last SKIP POINTS_NOT_EXPIRING");
  }

  /**
   * What is kept of somebody for its numbers alone, such as a prize of a contest, is no address.
   */
  @Test
  void whoever_was_erased_is_written_to_by_no_series() {
    world.activate(
        1,
        SeriesWorld.series(
            TierTrigger.REACHED,
            ReEntry.EACH_ORDER,
            1,
            new Step.Builder("now")
                .at(1, "Now")
                .delay(Anchor.HAPPENED, 0, 0)
                .sends(Purpose.TRANSACTIONAL, "EMAIL", "tier")
                .build()));
    report(
        Moment.of(TierTrigger.REACHED, EmailAddress.of(ErasedMailbox.pseudonym("x7")))
            .happened("e", world.clock.instant()));
    world.pass(Duration.ofDays(1));

    assertThat(world.mails.taken).isEmpty();
    assertThat(world.database.enrollments().list(null, "", 9, 0)).isEmpty();
  }

  @Test
  void a_tier_that_is_safe_again_has_a_reason_of_its_own() {
    world.activate(
        1,
        SeriesWorld.series(
            TierTrigger.AT_RISK,
            ReEntry.EACH_ORDER,
            1,
            new Step.Builder("now")
                .at(1, "Now")
                .delay(Anchor.HAPPENED, 1, 0)
                .sends(Purpose.TRANSACTIONAL, "EMAIL", "tier")
                .build()));
    report(
        Moment.ofCustomer(TierTrigger.AT_RISK, ADA).day(DAY).happened("r", world.clock.instant()));
    members.over.add("r");
    world.pass(Duration.ofDays(2));
    assertThat(verdicts()).containsExactly("now SKIP NO_LONGER_TRUE");
  }

  @Test
  void what_happens_to_orders_silences_no_notice() {
    world.activate(1, notices());
    report(points("p"));
    world.submit(order(1).line(11, 1).email("ada@example.com").customer(ADA), false);
    world.cancel(order(1).line(11, 1).email("ada@example.com").customer(ADA));
    world.happen(1, OrderFact.LINES_RETURNED);
    until("2026-05-02T00:00:00Z");
    assertThat(world.mails.subjects()).containsExactly("1,240 points", "1,240 points");
  }

  @Test
  void another_order_ends_advertising_to_members_if_the_merchant_chose_it() {
    Step offer =
        new Step.Builder("offer")
            .at(1, "Offer")
            .delay(Anchor.DAY_AHEAD, 7, 0)
            .sends(Purpose.MARKETING, "EMAIL", "points")
            .build();
    SeriesDefinition ends =
        SeriesWorld.series(PointsExpiringTrigger.KEY, ReEntry.EACH_ORDER, 1, offer);
    world.activate(1, ends);
    world.activate(
        2,
        new SeriesDefinition(
            "goes on",
            PointsExpiringTrigger.KEY,
            ReEntry.EACH_ORDER,
            1,
            EnumSet.noneOf(ExitRule.class),
            List.of(offer)));
    world.submit(order(1).line(11, 1).email("ada@example.com"), true);
    report(points("p"));
    world.clock.advance(Duration.ofHours(1));
    world.submit(order(2).line(21, 1).email("ada@example.com"), true);
    until("2026-05-02T00:00:00Z");
    assertThat(world.mails.subjects()).containsExactly("1,240 points");
    assertThat(verdicts()).contains("offer EXIT ORDERED_AGAIN", "offer SEND DUE");
  }

  @Test
  void who_did_not_agree_gets_no_advertising_and_who_is_silenced_gets_nothing() {
    world.activate(
        1,
        SeriesWorld.series(
            PointsExpiringTrigger.KEY,
            ReEntry.EACH_ORDER,
            1,
            before("first", 1, 30).sends(Purpose.MARKETING, "EMAIL", "points").build(),
            before("last", 2, 7).build()));
    report(points("p"));
    until("2026-04-02T00:00:00Z");
    assertThat(verdicts()).containsExactly("first SKIP NO_CONSENT");
    world
        .database
        .consents()
        .suppress("ada@example.com", Suppression.Scope.ALL, "bounced", world.clock.instant());
    until("2026-05-02T00:00:00Z");
    assertThat(verdicts()).containsExactly("first SKIP NO_CONSENT", "last SKIP OPTED_OUT");
    assertThat(world.mails.taken).isEmpty();
  }

  @Test
  void reported_again_it_is_the_same_happening_also_to_a_series_switched_on_anew() {
    world.activate(1, notices());
    assertThat(report(points("p"))).isEqualTo(1);
    assertThat(report(points("p"))).isZero();
    until("2026-04-05T00:00:00Z");
    assertThat(world.mails.taken).hasSize(1);

    world.status(1, SeriesStatus.DRAFT);
    until("2026-04-06T00:00:00Z");
    world.activate(1, notices());
    assertThat(report(points("p"))).as("still on its way").isZero();
    until("2026-05-02T00:00:00Z");
    assertThat(world.mails.taken).hasSize(2);
    assertThat(report(points("p"))).as("it is over").isZero();
  }

  @Test
  void switched_off_over_a_step_and_on_again_the_later_steps_are_still_sent() {
    world.activate(1, notices());
    report(points("p"));
    world.status(1, SeriesStatus.DRAFT);
    until("2026-04-05T00:00:00Z");
    assertThat(world.onlyEnrollment().reason).isEqualTo(ReasonCode.SERIES_SWITCHED_OFF);
    world.activate(1, notices());
    assertThat(report(points("p"))).isEqualTo(1);
    until("2026-05-02T00:00:00Z");
    assertThat(world.mails.taken).hasSize(1);
  }

  @Test
  void once_in_a_lifetime_is_once() {
    world.activate(
        1,
        SeriesWorld.series(
            PointsExpiringTrigger.KEY, ReEntry.NEVER, 1, before("last", 1, 7).build()));
    assertThat(report(points("p"))).isEqualTo(1);
    assertThat(report(points("q"))).isZero();
    assertThat(verdicts()).containsExactly(" SKIP ALREADY_ENROLLED");
  }

  @Test
  void whoever_cannot_be_reached_is_on_record() {
    world.activate(1, notices());
    report(points("p"));
    members.forget(ADA);
    until("2026-04-03T00:00:00Z");
    assertThat(verdicts()).containsExactly("first SKIP MEMBER_GONE");
    assertThat(report(points("q"))).isZero();
    members.with(ADA, "no address");
    assertThat(report(points("r"))).isZero();
    assertThat(world.database.decisions().list(null, "", 50, 0))
        .extracting(d -> d.reason)
        .contains(ReasonCode.MEMBER_GONE, ReasonCode.NO_USABLE_ADDRESS);
  }
}
