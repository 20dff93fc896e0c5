package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.loyalty.PointsExpiringTrigger;
import org.postpurchase.loyalty.TierTrigger;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.Moments;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.SeriesWorld;

/** What happens to a member of the programme moves her through series, without any order. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MembersInASeriesTest extends MemberSeriesFixture {
  @Test
  void each_kind_of_moment_enters_its_series_and_is_told_in_its_words() {
    world.activate(1, notices());
    Step.Builder reached = new Step.Builder("hello").at(1, "Hello");
    world.activate(
        2,
        SeriesWorld.series(
            TierTrigger.REACHED,
            ReEntry.EACH_ORDER,
            1,
            reached
                .delay(Anchor.HAPPENED, 0, 1)
                .sends(Purpose.TRANSACTIONAL, "EMAIL", "tier")
                .build()));
    world.activate(
        3,
        SeriesWorld.series(
            TierTrigger.AT_RISK,
            ReEntry.EACH_ORDER,
            1,
            new Step.Builder("now")
                .at(1, "Now")
                .delay(Anchor.HAPPENED, 0, 0)
                .sends(Purpose.TRANSACTIONAL, "EMAIL", "risk")
                .build(),
            new Step.Builder("soon")
                .at(2, "Soon")
                .delay(Anchor.DAY_AHEAD, 3, 0)
                .sends(Purpose.TRANSACTIONAL, "EMAIL", "risk")
                .build()));
    MomentValues gold = MomentValues.none().text("tier", "Gold = 1\n&\\n").day("until", DAY);

    assertThat(report(points("p"))).isEqualTo(1);
    assertThat(
            report(
                Moment.ofCustomer(TierTrigger.REACHED, ADA)
                    .values(gold)
                    .happened("t", world.clock.instant())))
        .isEqualTo(1);
    assertThat(
            report(
                Moment.ofCustomer(TierTrigger.AT_RISK, ADA)
                    .day(DAY)
                    .values(gold.number("missing", 12345))
                    .happened("r", world.clock.instant())))
        .isEqualTo(1);
    assertThat(world.mails.subjects()).hasSize(1);
    assertThat(world.mails.subjects().get(0)).startsWith("12,345 for Gold = 1");
    world.pass(Duration.ofHours(2));
    assertThat(world.mails.subjects()).hasSize(2);
    assertThat(world.mails.taken.get(1).content.text).contains("Until Friday").contains("1 May");
    until("2026-05-10T00:00:00Z");
    assertThat(world.mails.subjects())
        .hasSize(5)
        .filteredOn(subject -> subject.equals("1,240 points"))
        .hasSize(2);
    assertThat(world.mails.taken)
        .allMatch(mail -> mail.recipient.equalsIgnoreCase("ada@example.com"));
  }

  @Test
  void days_before_are_days_of_the_shop_across_a_change_of_clocks() {
    until("2026-03-20T10:00:00Z");
    world.activate(1, notices());
    report(points("p"));
    List<Instant> due =
        world.database.executions().ofEnrollment(world.onlyEnrollment().id).stream()
            .map(e -> e.dueAt)
            .collect(Collectors.toList());
    assertThat(due)
        .containsExactly(
            Instant.parse("2026-03-31T22:00:00Z"), Instant.parse("2026-04-23T22:00:00Z"));

    Moment inApril =
        Moment.ofCustomer(PointsExpiringTrigger.KEY, ADA)
            .day(Instant.parse("2026-03-31T22:00:00Z"))
            .happened("q", world.clock.instant());
    assertThat(report(inApril)).isEqualTo(1);
    long second = world.database.enrollments().list(null, "ada@example.com", 1, 0).get(0).id;
    assertThat(world.database.executions().find(second, "last").get().dueAt)
        .as("before the clocks change")
        .isEqualTo(Instant.parse("2026-03-24T23:00:00Z"));
  }

  @Test
  void switched_on_in_between_the_earlier_step_is_never_made_up_for() {
    until("2026-04-11T10:00:00Z");
    world.activate(1, notices());
    report(points("p"));
    assertThat(world.mails.taken).isEmpty();
    until("2026-05-20T00:00:00Z");

    assertThat(world.mails.subjects()).containsExactly("1,240 points");
    assertThat(verdicts()).containsExactly("first SKIP BEFORE_ACTIVATION", "last SEND DUE");
    assertThat(world.onlyEnrollment().state).isEqualTo(EnrollmentState.COMPLETED);
  }

  @Test
  void switched_on_after_the_last_step_or_the_day_itself_nobody_enters() {
    until("2026-04-25T10:00:00Z");
    world.activate(1, notices());
    assertThat(report(points("p"))).isZero();
    until("2026-05-01T10:00:00Z");
    assertThat(report(points("q"))).isZero();

    assertThat(verdicts()).containsOnly(" SKIP BEFORE_ACTIVATION");
    assertThat(world.database.count("PP_ENROLLMENT")).isZero();
  }

  @Test
  void a_shop_that_was_off_sends_late_only_while_it_is_worth_something() {
    world.activate(1, notices());
    world.clock.set(Instant.parse("2026-04-02T10:00:00Z"));
    report(points("a"));
    assertThat(world.mails.subjects()).as("36 hours late").hasSize(1);

    world.clock.set(Instant.parse("2026-04-28T10:00:00Z"));
    world.run();
    assertThat(world.mails.subjects()).as("four days late").hasSize(1);
    assertThat(verdicts()).containsExactly("first SEND DUE", "last SKIP STALE");
  }

  @Test
  void once_the_day_has_come_nothing_is_sent_however_long_it_would_be_valid() {
    world.activate(
        1,
        SeriesWorld.series(
            PointsExpiringTrigger.KEY,
            ReEntry.EACH_ORDER,
            1,
            before("first", 1, 30).validHours(0).build()));
    report(points("a"));
    world.clock.set(DAY);
    world.run();
    assertThat(world.mails.taken).isEmpty();
    assertThat(verdicts()).containsExactly("first SKIP STALE");
  }

  @Test
  void pause_and_hours_of_sending_put_it_off() {
    world.activate(
        1,
        SeriesWorld.series(
            PointsExpiringTrigger.KEY,
            ReEntry.EACH_ORDER,
            1,
            before("first", 1, 30).window(LocalTime.of(9, 0), LocalTime.of(20, 0)).build()));
    report(points("p"));
    world.clock.set(Instant.parse("2026-03-31T22:00:00Z"));
    world.run();
    assertThat(world.mails.taken).isEmpty();
    until("2026-04-01T06:59:00Z");
    world.status(1, SeriesStatus.PAUSED);
    until("2026-04-01T12:00:00Z");
    assertThat(world.mails.taken).isEmpty();
    world.status(1, SeriesStatus.ACTIVE);
    until("2026-04-01T14:00:00Z");
    assertThat(world.mails.subjects()).hasSize(1);
  }

  @Test
  void the_audience_says_how_long_ahead_and_since_when() {
    Moments door = world.engine.moments();
    assertThat(door.audience(PointsExpiringTrigger.KEY)).isEmpty();
    world.activate(1, notices());
    assertThat(door.audience(PointsExpiringTrigger.KEY).get().ahead).isEqualTo(Duration.ofDays(30));
    assertThat(door.audience(PointsExpiringTrigger.KEY).get().since)
        .isEqualTo(world.clock.instant());
    assertThat(door.audience(TierTrigger.AT_RISK)).isEmpty();
    world.status(1, SeriesStatus.PAUSED);
    assertThat(door.audience(PointsExpiringTrigger.KEY)).isEmpty();
  }

  @Test
  void a_moment_without_what_it_needs_is_refused_and_nothing_reported() {
    Instant now = world.clock.instant();
    world.activate(1, notices());
    Moment good = points("good");
    for (Moment bad :
        List.of(
            Moment.ofCustomer(TierTrigger.AT_RISK, ADA).happened("k", now),
            Moment.ofCustomer(OrderTriggers.ANY_ORDER, ADA).happened("k", now),
            Moment.ofCustomer("UNHEARD_OF", ADA).happened("k", now))) {
      assertThatThrownBy(() -> world.engine.moments().report(List.of(good, bad)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(bad.trigger);
      assertThat(world.database.count("PP_ENROLLMENT")).isZero();
    }
    assertThatThrownBy(() -> Moment.ofCustomer("small letters", ADA))
        .hasMessageContaining("'small letters'");
    assertThatThrownBy(() -> MomentValues.none().rows("lots", List.of()).kept())
        .hasMessageContaining("list");
    assertThatThrownBy(() -> MomentValues.none().text("t", "x".repeat(2001)).kept())
        .hasMessageContaining("2000");
  }

  @Test
  void a_member_with_another_address_is_the_same_person() {
    world.activate(
        1,
        SeriesWorld.series(
            PointsExpiringTrigger.KEY, ReEntry.NEVER, 1, before("first", 1, 30).build()));
    assertThat(report(points("a"))).isEqualTo(1);
    members.with(ADA, "eva@example.com");
    assertThat(report(points("b"))).isZero();
    assertThat(world.database.count("PP_ENROLLMENT")).isEqualTo(1);
  }

  @Test
  void an_order_of_the_customer_with_another_address_ends_advertising_all_the_same() {
    world.activate(
        1,
        new SeriesDefinition(
            "Until the next order",
            PointsExpiringTrigger.KEY,
            ReEntry.NEVER,
            1,
            Set.of(ExitRule.ORDERED_AGAIN),
            List.of(before("first", 1, 30).sends(Purpose.MARKETING, "EMAIL", "points").build())));
    assertThat(report(points("a"))).isEqualTo(1);
    world.submit(order(5).line(51, 1).registered().customer(ADA).email("eva@example.com"), false);
    assertThat(world.onlyEnrollment().state).isEqualTo(EnrollmentState.EXITED);
  }
}
