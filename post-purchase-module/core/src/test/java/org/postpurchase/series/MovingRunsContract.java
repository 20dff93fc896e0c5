package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.messaging.SendOutcome;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SeriesWorld;

/** People who are inside are moved to another version of their series. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class MovingRunsContract {
  SeriesWorld world;

  abstract CoreDatabase shared();

  @BeforeEach
  void open_the_shop() {
    world = new SeriesWorld(shared(), new KnownMembers()).fresh();
    for (String name : List.of("a", "b", "c", "d", "yes", "no")) {
      world.templates.with(name, name, name);
    }
  }

  static Step.Builder step(String key, int position, int days) {
    return new Step.Builder(key)
        .at(position, key)
        .sends(Purpose.TRANSACTIONAL, "EMAIL", key)
        .delay(Anchor.SUBMITTED, days, 0);
  }

  static SeriesDefinition series(Step.Builder... steps) {
    List<Step> built = new ArrayList<>();
    for (Step.Builder each : steps) {
      built.add(each.build());
    }
    return new SeriesDefinition(
        "A series", OrderTriggers.ANY_ORDER, ReEntry.EACH_ORDER, 1, Set.of(), built);
  }

  int move() {
    return move(100);
  }

  private int move(int batch) {
    MoveRuns moves = world.engine.moveRuns();
    int people = 0;
    OptionalLong after = OptionalLong.of(0);
    while (after.isPresent()) {
      long from = after.getAsLong();
      MoveRuns.Moved moved =
          world.database.transactions.call(() -> moves.move(world.find(1).get(), from, batch));
      people += moved.people;
      after = moved.after;
    }
    world.run();
    return people;
  }

  int waiting() {
    return world.engine.moveRuns().countWaiting(world.find(1).get());
  }

  private List<String> mails() {
    return world.mails.subjects();
  }

  @Test
  void without_being_moved_everybody_keeps_the_version_of_before() {
    world.activate(1, series(step("a", 1, 1), step("b", 2, 5)));
    world.submit(order(1).line(11, 1), false);
    world.activate(1, series(step("a", 1, 1), step("c", 2, 3)));
    assertThat(waiting()).isEqualTo(1);
    world.pass(Duration.ofDays(30));
    assertThat(mails()).containsExactly("a", "b");
  }

  @Test
  void a_removed_step_is_cancelled_and_a_new_one_is_sent_at_its_time() {
    world.activate(1, series(step("a", 1, 1), step("b", 2, 5)));
    world.submit(order(1).line(11, 1), false);
    world.pass(Duration.ofDays(2));
    world.activate(1, series(step("a", 1, 1), step("c", 2, 3)));
    assertThat(move()).isEqualTo(1);
    assertThat(waiting()).isZero();
    assertThat(mails()).containsExactly("a");
    world.pass(Duration.ofDays(1));
    assertThat(mails()).containsExactly("a", "c");
    world.pass(Duration.ofDays(30));
    assertThat(mails()).containsExactly("a", "c");
    assertThat(world.verdicts(1))
        .containsExactly("a SEND DUE", "b EXIT STEP_REMOVED", "c SEND DUE");
    assertThat(world.onlyEnrollment().state).isEqualTo(EnrollmentState.COMPLETED);
  }

  @Test
  void a_new_step_whose_time_has_passed_is_left_out() {
    world.activate(1, series(step("a", 1, 1), step("b", 3, 20)));
    world.submit(order(1).line(11, 1), false);
    world.pass(Duration.ofDays(10));
    world.activate(1, series(step("a", 1, 1), step("c", 2, 9), step("b", 3, 20)));
    move();
    world.pass(Duration.ofDays(30));
    assertThat(mails()).containsExactly("a", "b");
    assertThat(world.verdicts(1)).contains("c SKIP STEP_ADDED_LATE");
  }

  @Test
  void a_step_that_was_sent_is_not_sent_again_when_it_is_moved_to_later() {
    world.activate(1, series(step("a", 1, 1), step("b", 2, 20)));
    world.submit(order(1).line(11, 1), false);
    world.pass(Duration.ofDays(2));
    world.activate(1, series(step("a", 1, 10), step("b", 2, 20)));
    move();
    world.pass(Duration.ofDays(40));
    assertThat(mails()).containsExactly("a", "b");
  }

  @Test
  void another_delay_holds_from_then_on() {
    world.activate(1, series(step("a", 1, 10)));
    world.submit(order(1).line(11, 1), false);
    world.pass(Duration.ofDays(2));
    world.activate(1, series(step("a", 1, 4)));
    move();
    world.pass(Duration.ofDays(2).minusSeconds(1));
    assertThat(mails()).isEmpty();
    world.pass(Duration.ofSeconds(1));
    assertThat(mails()).containsExactly("a");
  }

  @Test
  void a_step_that_now_waits_for_the_parcel_waits() {
    world.activate(1, series(step("a", 1, 3)));
    world.submit(order(1).line(11, 1), false);
    world.activate(1, series(step("a", 1, 0).delay(Anchor.SHIPPED, 1, 0)));
    move();
    world.pass(Duration.ofDays(20));
    assertThat(mails()).isEmpty();
    world.ship(1);
    world.pass(Duration.ofDays(1));
    assertThat(mails()).containsExactly("a");
  }

  @Test
  void what_hangs_on_a_branch_that_has_chosen_is_left_out() {
    Step.Builder branch = step("fork", 1, 1).kind(StepKind.BRANCH).only(france());
    Step.Builder yes = behind("yes", 2, ConditionType.BRANCH_YES);
    world.activate(1, series(branch, yes, step("d", 4, 9)));
    world.submit(order(1).line(11, 1), false);
    world.pass(Duration.ofDays(2));
    Step.Builder no = behind("no", 3, ConditionType.BRANCH_NO);
    world.activate(1, series(branch, yes, no, step("d", 4, 9)));
    move();
    world.pass(Duration.ofDays(30));
    assertThat(mails()).containsExactly("d");
    assertThat(world.onlyEnrollment().state).isEqualTo(EnrollmentState.COMPLETED);
  }

  private static OrderFilter france() {
    return new OrderFilter.Builder().countries("FR").build();
  }

  private static Step.Builder behind(String key, int position, ConditionType way) {
    return step(key, position, 0).delay(Anchor.BRANCH, 5, 0).onlyIf(way, "fork");
  }

  @Test
  void a_run_with_nothing_left_to_come_is_complete() {
    world.activate(1, series(step("a", 1, 1), step("b", 2, 9)));
    world.submit(order(1).line(11, 1), false);
    world.pass(Duration.ofDays(2));
    world.activate(1, series(step("a", 1, 1)));
    assertThat(move()).isEqualTo(1);
    assertThat(world.onlyEnrollment().state).isEqualTo(EnrollmentState.COMPLETED);
  }

  @Test
  void a_mail_on_its_way_leaves_although_its_step_is_gone() {
    world.activate(1, series(step("a", 1, 1), step("b", 2, 9)));
    world.submit(order(1).line(11, 1), false);
    world.mails.answer = SendOutcome.unreachable("down");
    world.pass(Duration.ofDays(1));
    world.activate(1, series(step("b", 2, 9)));
    move();
    world.mails.answer = SendOutcome.accepted();
    world.pass(Duration.ofDays(20));
    assertThat(Set.copyOf(mails())).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void a_draft_moves_nobody() {
    world.activate(1, series(step("a", 1, 1)));
    world.submit(order(1).line(11, 1), false);
    world.activate(1, series(step("b", 1, 1)));
    world.status(1, SeriesStatus.DRAFT);
    assertThat(move()).isZero();
  }

  @Test
  void many_people_are_moved_in_batches_each_once() {
    world.activate(1, series(step("a", 1, 5)));
    for (int n = 1; n <= 23; n++) {
      world.submit(order(n).email("p" + n + "@example.com").line(n, 1), false);
    }
    world.activate(1, series(step("b", 1, 5)));
    assertThat(waiting()).isEqualTo(23);
    assertThat(move(10)).isEqualTo(23);
    assertThat(move(10)).isZero();
    world.pass(Duration.ofDays(6));
    assertThat(mails()).hasSize(23).containsOnly("b");
  }

  /**
   * Whatever the two versions are and whenever somebody is moved: no step is sent twice, none of
   * the past is sent, none that was removed is sent, and every run comes to its end.
   */
  @Test
  void random_versions_and_moments() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int round = 0; round < 25; round++) {
      open_the_shop();
      SeriesDefinition first = random(random);
      SeriesDefinition second = random(random);
      world.activate(1, first);
      world.submit(order(1).line(11, 1), false);
      Instant begun = world.clock.instant();
      world.pass(Duration.ofHours(random.nextInt(240)));
      List<String> before = new ArrayList<>(mails());
      world.activate(1, second);
      Instant moved = world.clock.instant();
      boolean inside = waiting() == 1;
      move();
      world.pass(Duration.ofDays(30));
      Set<String> expected = new TreeSet<>(before);
      for (Step step : (inside ? second : first).steps) {
        boolean past = begun.plus(step.delay()).isBefore(moved);
        boolean kept = first.step(step.key).isPresent();
        if (!past || kept) {
          expected.add(step.key);
        }
      }
      assertThat(mails().stream().sorted().collect(Collectors.toList()))
          .as("seed " + seed + " round " + round + " " + text(first) + " -> " + text(second))
          .containsExactlyElementsOf(expected);
      assertThat(world.onlyEnrollment().state).isEqualTo(EnrollmentState.COMPLETED);
    }
  }

  private static SeriesDefinition random(Random random) {
    List<Step.Builder> steps = new ArrayList<>();
    for (String key : List.of("a", "b", "c", "d")) {
      if (random.nextInt(3) > 0 || (key.equals("d") && steps.isEmpty())) {
        steps.add(step(key, steps.size() + 1, random.nextInt(10)));
      }
    }
    return series(steps.toArray(new Step.Builder[0]));
  }

  private static String text(SeriesDefinition series) {
    return series.steps.stream()
        .map(step -> step.key + step.delayDays)
        .collect(Collectors.joining(" "));
  }
}
