package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.loyalty.TierTrigger;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.SeriesWorld;

/** Each kind of step before each other kind. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StepsAfterEachOtherTest {
  private static final Waiting FOR_A_TIER = new Waiting(TierTrigger.REACHED, 10, false);

  private SeriesWorld world;

  @BeforeEach
  void open_the_shop() {
    world = new SeriesWorld(Databases.hsqldb(), new KnownMembers()).fresh();
    world.templates.with("yes", "Yes", "Yes").with("no", "No", "No");
  }

  /** E6: no kind of step keeps the next one from its moment. */
  @Test
  void each_kind_of_step_followed_by_each_other_kind() {
    for (int first = 0; first < 4; first++) {
      for (int second = 0; second < 4; second++) {
        open_the_shop();
        List<Step> steps = new ArrayList<>();
        steps.add(kind(first, "a", 1));
        follow(first, "a", 2).ifPresent(steps::add);
        steps.add(kind(second, "b", 5));
        follow(second, "b", 6).ifPresent(steps::add);
        world.activate(1, series(steps.toArray(new Step[0])));
        world.submit(order(1).line(11, 1), false);
        world.pass(Duration.ofDays(40));
        long acted = world.verdicts(1).stream().filter(v -> !v.startsWith("series")).count();
        assertThat(acted).as(first + " then " + second).isEqualTo(steps.size());
        assertThat(states()).containsOnly(EnrollmentState.COMPLETED);
      }
    }
  }

  private static Step kind(int kind, String key, int position) {
    Step.Builder step = new Step.Builder(key).at(position, key);
    step.sends(Purpose.TRANSACTIONAL, "EMAIL", "yes").delay(Anchor.SUBMITTED, position, 0);
    switch (kind) {
      case 0:
        return step.build();
      case 1:
        return step.awaits(FOR_A_TIER).build();
      case 2:
        return step.awaits(new Waiting(TierTrigger.REACHED, 10, true)).build();
      default:
        return step.kind(StepKind.BRANCH)
            .only(new OrderFilter.Builder().countries("FR").build())
            .build();
    }
  }

  private static Optional<Step> follow(int kind, String key, int position) {
    return kind < 3
        ? Optional.empty()
        : Optional.of(
            new Step.Builder(key + "-no")
                .at(position, key)
                .delay(Anchor.BRANCH, 1, 0)
                .onlyIf(ConditionType.BRANCH_NO, key)
                .sends(Purpose.TRANSACTIONAL, "EMAIL", "no")
                .build());
  }

  private static SeriesDefinition series(Step... steps) {
    return new SeriesDefinition(
        "A series", OrderTriggers.ANY_ORDER, ReEntry.EACH_ORDER, 1, Set.of(), List.of(steps));
  }

  private List<EnrollmentState> states() {
    List<EnrollmentState> states = new ArrayList<>();
    world.database.enrollments().list(null, "", 50, 0).forEach(run -> states.add(run.state));
    return states;
  }
}
