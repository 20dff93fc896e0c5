package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.loyalty.TierTrigger;
import org.postpurchase.messaging.SendOutcome;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.order.OrderState;
import org.postpurchase.series.jdbc.SeriesJdbcModule;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.testkit.SeriesWorld;

/** Steps that the merchant has switched off are passed over, and nothing else changes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StepsSwitchedOffTest {
  private static final long ADA = 77;
  private static final List<String> KEYS =
      List.of("first", "way", "yes", "no", "before", "goal", "last");

  private SeriesWorld world;

  @BeforeEach
  void open_the_shop() {
    KnownMembers members = new KnownMembers().with(ADA, "ada@example.com");
    world = new SeriesWorld(Databases.hsqldb(), members).fresh();
    KEYS.forEach(key -> world.templates.with(key, key, key));
  }

  /**
   * The order goes abroad, so that the branch takes the way "yes"; the goal is reached on the
   * fourth day, between "first" and "before".
   */
  @Test
  void of_any_steps_switched_off_exactly_the_others_act() {
    for (int mask = 0; mask < 1 << KEYS.size(); mask++) {
      open_the_shop();
      Set<String> off = new TreeSet<>();
      for (int i = 0; i < KEYS.size(); i++) {
        if ((mask & 1 << i) != 0) {
          off.add(KEYS.get(i));
        }
      }
      world.activate(1, everyKind(off));
      world.submit(order(1).line(11, 1).to("FR").customer(ADA), false);
      world.pass(Duration.ofDays(4));
      tier();
      world.pass(Duration.ofDays(30));

      boolean reached = !off.contains("goal");
      Set<String> acting = new TreeSet<>(Set.of("first", "yes", "before", "goal", "last"));
      acting.removeAll(off);
      acting.removeIf(key -> key.equals("yes") && off.contains("way"));
      acting.removeIf(key -> key.equals("before") && reached);
      acting.removeIf(key -> key.equals("last") && off.contains("first"));
      Set<String> passedOver = new TreeSet<>(off);
      passedOver.remove("no"); // the branch leaves it out
      passedOver.removeIf(key -> key.equals("yes") && off.contains("way"));
      passedOver.removeIf(key -> key.equals("before") && reached);
      assertThat(new TreeSet<>(world.mails.subjects())).as("off " + off).isEqualTo(acting);
      assertThat(world.mails.subjects()).as("off " + off).doesNotHaveDuplicates();
      assertThat(because(ReasonCode.STEP_OFF)).as("off " + off).isEqualTo(passedOver);
      assertThat(world.onlyEnrollment().state).isEqualTo(EnrollmentState.COMPLETED);
    }
  }

  @Test
  void both_ways_of_a_branch_that_is_off_are_left_out() {
    world.activate(1, everyKind(Set.of("way")));
    world.submit(order(1).line(11, 1).to("FR"), false);
    world.pass(Duration.ofDays(3));
    assertThat(world.verdicts(1))
        .containsExactly(
            "first SEND DUE",
            "way SKIP STEP_OFF",
            "yes SKIP BRANCH_NOT_TAKEN",
            "no SKIP BRANCH_NOT_TAKEN");
  }

  @Test
  void what_ends_the_series_ends_it_at_a_step_that_is_off_too() {
    Step off = plain("first", 1, 1).off(true).build();
    world.activate(1, SeriesWorld.series(off, plain("last", 2, 9).build()));
    world.submit(order(1).line(11, 1), false);
    world.orders.with(order(1).line(11, 1).state(OrderState.CANCELLED));
    world.pass(Duration.ofDays(2));
    assertThat(world.verdicts(1))
        .containsExactly("first EXIT ORDER_CANCELLED", "last EXIT ORDER_CANCELLED");
  }

  @Test
  void an_order_that_is_gone_sets_no_step_aside_that_is_off() {
    world.activate(1, everyKind(Set.copyOf(KEYS)));
    world.submit(order(1).line(11, 1), false);
    world.orders.forget(1);
    world.pass(Duration.ofDays(40));
    assertThat(because(ReasonCode.ORDER_GONE)).isEmpty();
    assertThat(world.onlyEnrollment().state).isEqualTo(EnrollmentState.COMPLETED);
  }

  @Test
  void a_switch_reaches_who_is_inside_by_moving_them() {
    world.activate(1, series(plain("first", 1, 4), plain("last", 2, 9)));
    world.submit(order(1).line(11, 1), false);
    world.activate(1, series(plain("first", 1, 4).off(true), plain("last", 2, 9).off(true)));
    world.submit(order(2).line(21, 1), false);
    assertThat(move()).isEqualTo(1);
    world.pass(Duration.ofDays(5));
    assertThat(world.verdicts(1)).containsExactly("first SKIP STEP_OFF");
    world.activate(1, series(plain("first", 1, 4), plain("last", 2, 9)));
    assertThat(move()).isEqualTo(2);
    world.pass(Duration.ofDays(30));
    assertThat(world.verdicts(1)).containsExactly("first SKIP STEP_OFF", "last SEND DUE");
    assertThat(world.verdicts(2)).containsExactly("first SKIP STEP_OFF", "last SEND DUE");
  }

  @Test
  void without_being_moved_everybody_keeps_what_was_on() {
    world.activate(1, series(plain("first", 1, 4)));
    world.submit(order(1).line(11, 1), false);
    world.activate(1, series(plain("first", 1, 4).off(true)));
    world.pass(Duration.ofDays(30));
    assertThat(world.mails.subjects()).containsExactly("first");
  }

  @Test
  void a_mail_that_has_not_left_is_held_back_when_its_step_is_off_by_then() {
    world.activate(1, series(plain("first", 1, 1), plain("last", 2, 9)));
    world.submit(order(1).line(11, 1), false);
    world.mails.answer = SendOutcome.unreachable("busy");
    world.pass(Duration.ofDays(1));
    assertThat(world.verdicts(1)).containsExactly("first SEND DUE");
    world.activate(1, series(plain("first", 1, 1).off(true), plain("last", 2, 9)));
    move();
    world.mails.answer = SendOutcome.accepted();
    world.pass(Duration.ofDays(30));
    assertThat(world.mails.subjects()).containsExactly("last");
    assertThat(world.verdicts(1)).contains("first SKIP STEP_OFF");
  }

  @Test
  void a_step_that_is_off_is_not_sent_now_by_staff() {
    world.activate(1, series(plain("first", 1, 4).off(true), plain("last", 2, 9)));
    world.submit(order(1).line(11, 1), false);
    long run = world.onlyEnrollment().id;
    List<StepExecution> steps =
        world.database.transactions.call(() -> world.database.executions().ofEnrollment(run));
    List<StaffSteps.Outcome> outcomes = new ArrayList<>();
    for (StepExecution step : steps) {
      outcomes.add(
          world.database.transactions.call(() -> world.engine.staff().sendNow(run, step.id)));
    }
    assertThat(outcomes)
        .containsExactlyInAnyOrder(StaffSteps.Outcome.IS_OFF, StaffSteps.Outcome.DONE);
    world.run();
    assertThat(world.verdicts(1)).containsExactly("last SEND DUE");
  }

  @Test
  void nobody_of_the_past_is_let_in_for_steps_that_are_off() {
    world.orders.with(order(1).line(11, 1).submittedAt(world.clock.instant()));
    world.pass(Duration.ofDays(1));
    world.activate(1, series(plain("first", 1, 0), plain("last", 2, 9).off(true)));
    assertThat(letIn(0)).isEqualTo(Backfills.Outcome.NOBODY);
    world.activate(1, series(plain("first", 1, 0), plain("last", 2, 9)));
    assertThat(letIn(1)).isEqualTo(Backfills.Outcome.BEGUN);
    world.activate(1, series(plain("first", 1, 0), plain("last", 2, 9).off(true)));
    world.clock.advance(Duration.ofMinutes(2));
    backfills().runDue();
    assertThat(world.database.count("PP_ENROLLMENT")).isZero();
  }

  private BackfillStore store() {
    return SeriesJdbcModule.backfills(world.database.jdbc, world.database.inserts);
  }

  private DueWork backfills() {
    return world.engine.backfills(
        store(), WorkFailures.inMemory(world.database.transactions, world.clock));
  }

  private Backfills.Outcome letIn(int counted) {
    TrySeries trial =
        new TrySeries(
            world.orders,
            world.database.orderLines(),
            world.orders,
            new KnownMembers().triggers(),
            () -> SeriesNode.SHOP,
            world.clock);
    return new Backfills(store(), world, trial, world.database.transactions, world.clock)
        .begin(1, 90, counted, 60, "ada", () -> {});
  }

  private int move() {
    return world.database.transactions.call(
        () -> world.engine.moveRuns().move(world.find(1).get(), 0, 100).people);
  }

  @Test
  void a_series_with_no_advertising_but_steps_that_are_off_advertises_nothing() {
    Step.Builder advertising = plain("first", 1, 1).sends(Purpose.MARKETING, "EMAIL", "first");
    assertThat(SeriesWorld.series(advertising.build()).sendsMarketing()).isTrue();
    assertThat(SeriesWorld.series(advertising.off(true).build()).sendsMarketing()).isFalse();
  }

  private Set<String> because(ReasonCode reason) {
    return world.decisions(1).stream()
        .filter(d -> d.reason == reason)
        .map(d -> d.touch)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SeriesDefinition everyKind(Set<String> off) {
    List<Step.Builder> steps = new ArrayList<>();
    steps.add(plain("first", 1, 1));
    steps.add(
        new Step.Builder("way")
            .at(2, "way")
            .delay(Anchor.SUBMITTED, 2, 0)
            .kind(StepKind.BRANCH)
            .only(new OrderFilter.Builder().countries("FR").build()));
    steps.add(
        plain("yes", 3, 0).delay(Anchor.BRANCH, 1, 0).onlyIf(ConditionType.BRANCH_YES, "way"));
    steps.add(plain("no", 4, 0).delay(Anchor.BRANCH, 1, 0).onlyIf(ConditionType.BRANCH_NO, "way"));
    steps.add(plain("before", 5, 6));
    steps.add(plain("goal", 6, 0).awaits(new Waiting(TierTrigger.REACHED, 10, true)));
    steps.add(plain("last", 7, 8).onlyIf(ConditionType.STEP_SENT, "first"));
    KEYS.forEach(key -> steps.get(KEYS.indexOf(key)).off(off.contains(key)));
    return series(steps.toArray(new Step.Builder[0]));
  }

  private static SeriesDefinition series(Step.Builder... steps) {
    List<Step> built = new ArrayList<>();
    for (Step.Builder step : steps) {
      built.add(step.build());
    }
    return new SeriesDefinition(
        "A series",
        OrderTriggers.ANY_ORDER,
        ReEntry.EACH_ORDER,
        1,
        EnumSet.noneOf(ExitRule.class),
        built);
  }

  private static Step.Builder plain(String key, int position, int days) {
    return new Step.Builder(key)
        .at(position, key)
        .delay(Anchor.SUBMITTED, days, 0)
        .sends(Purpose.TRANSACTIONAL, "EMAIL", key);
  }

  private void tier() {
    Moment moment =
        Moment.ofCustomer(TierTrigger.REACHED, ADA)
            .values(MomentValues.none().text("tier", "Gold"))
            .happened("once", world.clock.instant());
    world.database.transactions.run(() -> world.engine.moments().report(moment));
    world.run();
  }
}
