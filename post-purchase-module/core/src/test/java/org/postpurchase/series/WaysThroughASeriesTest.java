package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.loyalty.TierTrigger;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.SeriesWorld;

/** Branches, waits, goals and ends that something else brings about. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WaysThroughASeriesTest {
  private static final long ADA = 77;
  private static final Waiting FOR_A_TIER = new Waiting(TierTrigger.REACHED, 10, false);

  private SeriesWorld world;

  CoreDatabase database() {
    return Databases.hsqldb();
  }

  @BeforeEach
  void open_the_shop() {
    KnownMembers members = new KnownMembers().with(ADA, "ada@example.com");
    world = new SeriesWorld(database(), members).fresh();
    world.templates.with("yes", "Yes", "Yes").with("no", "No", "No").with("late", "Late", "Late");
    world.templates.with("tier", "Tier", "You are ${moment.tier}");
  }

  @Test
  void a_branch_takes_one_way_stores_it_and_ends_the_other_one() {
    world.activate(
        1,
        series(
            abroad(),
            on("yes", ConditionType.BRANCH_YES, 2, 1),
            on("no", ConditionType.BRANCH_NO, 3, 2)));
    world.submit(order(1).line(11, 1).to("FR"), false);
    world.submit(order(2).line(21, 1).to("DE").email("bo@example.com"), false);
    world.pass(Duration.ofDays(5));

    assertThat(world.verdicts(1))
        .containsExactly("way SKIP BRANCH_YES", "no SKIP BRANCH_NOT_TAKEN", "yes SEND DUE");
    assertThat(world.verdicts(2))
        .containsExactly("way SKIP BRANCH_NO", "yes SKIP BRANCH_NOT_TAKEN", "no SEND DUE");
    assertThat(states()).containsOnly(EnrollmentState.COMPLETED);
  }

  @Test
  void the_way_once_taken_stays_whatever_changes_later() {
    world.activate(
        1,
        series(
            abroad(),
            on("yes", ConditionType.BRANCH_YES, 2, 3),
            on("no", ConditionType.BRANCH_NO, 3, 3)));
    world.submit(order(1).line(11, 1).to("FR"), false);
    world.pass(Duration.ofDays(1));
    world.orders.with(order(1).line(11, 1).to("DE"));
    world.pass(Duration.ofDays(5));

    assertThat(world.verdicts(1)).contains("yes SEND DUE").doesNotContain("no SEND DUE");
  }

  @Test
  void a_branch_on_a_way_that_is_not_taken_takes_its_own_ways_with_it() {
    Step inner =
        new Step.Builder("inner")
            .at(3, "inner")
            .delay(Anchor.BRANCH, 1, 0)
            .kind(StepKind.BRANCH)
            .onlyIf(ConditionType.BRANCH_NO, "way")
            .only(new OrderFilter.Builder().amounts("1 EUR").build())
            .build();
    Step deep =
        new Step.Builder("late")
            .at(4, "late")
            .delay(Anchor.BRANCH, 0, 0)
            .onlyIf(ConditionType.BRANCH_NO, "inner")
            .sends(Purpose.TRANSACTIONAL, "EMAIL", "late")
            .build();
    world.activate(1, series(abroad(), on("yes", ConditionType.BRANCH_YES, 2, 1), inner, deep));
    world.submit(order(1).line(11, 1).to("FR"), false);
    world.pass(Duration.ofDays(9));
    assertThat(world.verdicts(1))
        .containsExactly(
            "way SKIP BRANCH_YES",
            "inner SKIP BRANCH_NOT_TAKEN",
            "late SKIP BRANCH_NOT_TAKEN",
            "yes SEND DUE");
    assertThat(states()).containsOnly(EnrollmentState.COMPLETED);
  }

  @Test
  void waits_until_something_happens() {
    world.activate(1, series(waiting("late", ConditionType.ALWAYS)));
    world.submit(order(1).line(11, 1), false);
    world.pass(Duration.ofDays(3));
    tier("once");
    assertThat(world.mails.subjects()).containsExactly("Late");
    tier("twice");
    world.pass(Duration.ofDays(20));
    assertThat(world.mails.subjects()).containsExactly("Late");
  }

  @Test
  void or_at_most_for_its_days() {
    world.activate(1, series(waiting("late", ConditionType.ALWAYS)));
    world.submit(order(1).line(11, 1), false);
    world.pass(Duration.ofDays(10).minusSeconds(1));
    assertThat(world.mails.subjects()).isEmpty();
    world.pass(Duration.ofSeconds(1));
    assertThat(world.mails.subjects()).containsExactly("Late");
    tier("too late");
    assertThat(world.mails.subjects()).containsExactly("Late");
  }

  @Test
  void what_happens_to_somebody_else_or_another_order_is_not_waited_for() {
    world.activate(1, series(waiting("late", ConditionType.ALWAYS)));
    world.submit(order(1).line(11, 1), false);
    world.pass(Duration.ofDays(1));
    report(
        Moment.of(TierTrigger.REACHED, EmailAddress.of("bo@example.com"))
            .happened("bo", world.clock.instant()));
    report(
        Moment.ofCustomer(TierTrigger.REACHED, ADA)
            .order(2)
            .happened("other order", world.clock.instant()));
    assertThat(world.mails.subjects()).isEmpty();
  }

  @Test
  void a_branch_may_wait_and_ask_whether_it_happened() {
    Step way =
        new Step.Builder("way")
            .at(1, "way")
            .kind(StepKind.BRANCH)
            .onlyIf(ConditionType.HAPPENED, "")
            .awaits(FOR_A_TIER)
            .build();
    world.activate(
        1,
        series(
            way,
            on("yes", ConditionType.BRANCH_YES, 2, 0),
            on("no", ConditionType.BRANCH_NO, 3, 0)));
    world.submit(order(1).line(11, 1), false);
    world.submit(order(2).line(21, 1).customer(78).email("bo@example.com"), false);
    world.pass(Duration.ofDays(2));
    tier("once");
    world.pass(Duration.ofDays(9));

    assertThat(world.verdicts(1)).contains("way SKIP BRANCH_YES", "yes SEND DUE");
    assertThat(world.verdicts(2)).contains("way SKIP BRANCH_NO", "no SEND DUE");
  }

  @Test
  void a_goal_leaves_out_what_comes_before_it_and_does_nothing_when_it_is_not_reached() {
    Step goal =
        new Step.Builder("yes")
            .at(9, "goal")
            .awaits(new Waiting(TierTrigger.REACHED, 10, true))
            .sends(Purpose.TRANSACTIONAL, "EMAIL", "yes")
            .build();
    world.activate(1, series(plain("no", 1, 3), plain("late", 2, 5), goal));
    world.submit(order(1).line(11, 1), false);
    world.submit(order(2).line(21, 1).customer(78).email("bo@example.com"), false);
    world.pass(Duration.ofDays(4));
    tier("once");
    world.pass(Duration.ofDays(9));

    assertThat(world.verdicts(1))
        .containsExactly("no SEND DUE", "late SKIP GOAL_REACHED", "yes SEND DUE");
    assertThat(world.verdicts(2))
        .containsExactly("no SEND DUE", "late SEND DUE", "yes SKIP NOT_HAPPENED");
    assertThat(states()).containsOnly(EnrollmentState.COMPLETED);
  }

  @Test
  void a_goal_leaves_what_comes_after_it_as_it_was() {
    Step goal =
        new Step.Builder("yes")
            .at(2, "goal")
            .awaits(new Waiting(TierTrigger.REACHED, 10, true))
            .sends(Purpose.TRANSACTIONAL, "EMAIL", "yes")
            .build();
    world.activate(1, series(plain("no", 1, 5), goal, plain("late", 3, 8)));
    world.submit(order(1).line(11, 1), false);
    world.pass(Duration.ofDays(2));
    tier("once");
    world.pass(Duration.ofDays(9));

    assertThat(world.verdicts(1))
        .containsExactly("no SKIP GOAL_REACHED", "yes SEND DUE", "late SEND DUE");
  }

  @Test
  void a_series_may_be_ended_by_a_moment() {
    world.activate(1, series(plain("no", 1, 3)).endsOn(TierTrigger.REACHED));
    world.submit(order(1).line(11, 1), false);
    tier("once");
    world.pass(Duration.ofDays(9));

    assertThat(world.verdicts(1)).containsExactly("no EXIT ENDED_BY_MOMENT");
    assertThat(world.mails.subjects()).isEmpty();
  }

  @Test
  void an_order_fact_can_be_waited_for_too() {
    Step second =
        new Step.Builder("yes")
            .at(2, "yes")
            .awaits(new Waiting(OrderTriggers.ORDER_DELIVERED, 30, false))
            .onlyIf(ConditionType.HAPPENED, "")
            .sends(Purpose.TRANSACTIONAL, "EMAIL", "yes")
            .build();
    world.activate(1, series(second));
    world.submit(order(1).line(11, 1), false);
    world.submit(order(2).line(21, 1), false);
    world.ship(1);
    world.pass(Duration.ofDays(2));
    world.deliver(1);

    assertThat(world.verdicts(1)).containsExactly("yes SEND DUE");
    assertThat(world.verdicts(2)).isEmpty();
  }

  private static Step abroad() {
    return new Step.Builder("way")
        .at(1, "way")
        .kind(StepKind.BRANCH)
        .only(new OrderFilter.Builder().countries("FR").build())
        .build();
  }

  private static Step on(String key, ConditionType side, int position, int days) {
    return new Step.Builder(key)
        .at(position, key)
        .delay(Anchor.BRANCH, days, 0)
        .onlyIf(side, "way")
        .sends(Purpose.TRANSACTIONAL, "EMAIL", key)
        .build();
  }

  private static Step plain(String key, int position, int days) {
    return new Step.Builder(key)
        .at(position, key)
        .delay(Anchor.SUBMITTED, days, 0)
        .sends(Purpose.TRANSACTIONAL, "EMAIL", key)
        .build();
  }

  private static Step waiting(String key, ConditionType condition) {
    return new Step.Builder(key)
        .at(1, key)
        .awaits(FOR_A_TIER)
        .onlyIf(condition, "")
        .sends(Purpose.TRANSACTIONAL, "EMAIL", key)
        .build();
  }

  private static SeriesDefinition series(Step... steps) {
    return new SeriesDefinition(
        "A series", OrderTriggers.ANY_ORDER, ReEntry.EACH_ORDER, 1, Set.of(), List.of(steps));
  }

  private void tier(String key) {
    report(
        Moment.ofCustomer(TierTrigger.REACHED, ADA)
            .values(MomentValues.none().text("tier", "Gold"))
            .happened(key, world.clock.instant()));
  }

  private void report(Moment moment) {
    world.database.transactions.run(() -> world.engine.moments().report(moment));
    world.run();
  }

  private List<EnrollmentState> states() {
    List<EnrollmentState> states = new ArrayList<>();
    world.database.enrollments().list(null, "", 50, 0).forEach(run -> states.add(run.state));
    return states;
  }
}
