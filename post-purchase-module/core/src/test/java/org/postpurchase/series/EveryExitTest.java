package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SeriesWorld;

/** Each thing that ends a run, alone: it ends the run with its own reason, and no other does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryExitTest {
  private final SeriesWorld world = new SeriesWorld(database()).fresh();

  CoreDatabase database() {
    return Databases.hsqldb();
  }

  @ParameterizedTest
  @EnumSource
  void ends_the_run_wherever_it_stands(ExitRule rule) {
    enter(Set.of(rule));
    happen(rule);
    world.pass(Duration.ofDays(9));

    assertThat(run().state).isEqualTo(EnrollmentState.EXITED);
    assertThat(run().reason).isEqualTo(rule.reason);
    assertThat(world.mails.subjects()).doesNotContain("Second");
  }

  @ParameterizedTest
  @EnumSource
  void does_not_end_it_where_the_merchant_has_not_chosen_it(ExitRule rule) {
    Set<ExitRule> others = new TreeSet<>(Arrays.asList(ExitRule.values()));
    others.remove(rule);
    enter(others);
    happen(rule);
    world.pass(Duration.ofDays(9));

    assertThat(run().state).isEqualTo(EnrollmentState.COMPLETED);
    assertThat(world.verdicts(1)).noneMatch(verdict -> verdict.contains(" EXIT "));
  }

  @Test
  void each_way_of_entering_again_has_a_row_in_the_matrix() {
    assertThat(EnteringAgainTest.matrix().map(row -> row.get()[0]))
        .containsExactlyInAnyOrder((Object[]) ReEntry.values());
  }

  private void enter(Set<ExitRule> exits) {
    world.templates.with("first", "First", "First").with("second", "Second", "Second");
    world.activate(
        1,
        new SeriesDefinition(
            "A series",
            OrderTriggers.FIRST_ORDER,
            ReEntry.NEVER,
            1,
            exits,
            List.of(step("first", 1, 1), step("second", 2, 5))));
    world.submit(adas(), true);
    world.pass(Duration.ofDays(2));
    assertThat(world.mails.subjects()).containsExactly("First");
  }

  private void happen(ExitRule rule) {
    switch (rule) {
      case ORDERED_AGAIN:
        world.submit(order(2).line(21, 1), false);
        return;
      case ORDER_CANCELLED:
        world.cancel(adas());
        return;
      case ALL_RETURNED:
        world.ship(1);
        world.deliver(1);
        world.takeBack(1);
        return;
      case OPTED_OUT:
        world.unsubscribe("ada@example.com");
        return;
      default:
        throw new AssertionError("Nothing is scripted for " + rule + ".");
    }
  }

  private Enrollment run() {
    return world.onlyEnrollment();
  }

  private static OrderFixture adas() {
    return order(1).line(11, 1);
  }

  private static Step step(String key, int position, int days) {
    return new Step.Builder(key)
        .at(position, key)
        .delay(Anchor.SUBMITTED, days, 0)
        .sends(Purpose.MARKETING, "EMAIL", key)
        .build();
  }
}
