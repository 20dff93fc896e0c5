package org.postpurchase.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RoundsTest {
  private final List<String> order = new ArrayList<>();
  private double noise = 1;

  private final class Made implements Row {
    @Override
    public String name() {
      return "made";
    }

    @Override
    public String unit() {
      return "nothing";
    }

    @Override
    public List<Arm> arms() {
      return List.of(arm("peer", 100), arm("ours", 250), arm("other", 50));
    }

    @Override
    public List<Goal> goals() {
      return List.of(Goal.faster("ours", "peer", 2, 3), Goal.dearer("other", "peer", 1.5));
    }

    @Override
    public void close() {}
  }

  private Arm arm(String name, double perSecond) {
    return new Arm(
        name,
        () -> {
          order.add(name);
          return new Sample(perSecond, (long) (1e9 * noise));
        });
  }

  private String run(int rounds) throws Exception {
    Setting setting = new Setting(rounds, Duration.ofSeconds(5), 1, 7);
    return Json.of(new Rounds(setting).run(new Made()).json(Map.of()));
  }

  @Test
  void each_round_begins_and_ends_with_the_reference_and_holds_every_arm() throws Exception {
    run(3);

    List<String> measured = order.subList(order.size() - 12, order.size());
    for (int round = 0; round < 3; round++) {
      List<String> one = measured.subList(4 * round, 4 * round + 4);
      assertThat(one).startsWith("peer").endsWith("peer").contains("ours", "other");
    }
  }

  @Test
  void a_ratio_is_taken_within_a_round_whatever_the_machine_does_between_rounds() throws Exception {
    noise = 40;
    assertThat(run(6)).contains("\"median\": 2.5000").contains("\"median\": 2,");
  }

  @Test
  void a_round_whose_reference_runs_differ_does_not_count() {
    Pressure quiet = new Pressure(0, 0, 0, 0, 0);
    Round even =
        Round.of(
            "peer", Map.of("peer", List.of(new Sample(100, 10), new Sample(90, 10))), quiet, quiet);
    Round torn =
        Round.of(
            "peer", Map.of("peer", List.of(new Sample(100, 10), new Sample(70, 10))), quiet, quiet);

    assertThat(even.quiet()).isTrue();
    assertThat(torn.quiet()).isFalse();
  }

  @Test
  void a_round_beside_the_work_of_others_does_not_count() {
    assertThat(round(new Pressure(0, 150, 170, 0, 200)).quiet()).isTrue();
    assertThat(round(new Pressure(0, 150, 172, 0, 200)).quiet()).isFalse();
    assertThat(round(new Pressure(0, 150, 150, 5, 200)).quiet()).isTrue();
    assertThat(round(new Pressure(0, 150, 150, 6, 200)).quiet()).isFalse();
    assertThat(round(new Pressure(99, 150, 150, 0, 200)).quiet())
        .as("our own commits wait for the disk")
        .isTrue();
  }

  private static Round round(Pressure after) {
    Map<String, List<Sample>> samples =
        Map.of("peer", List.of(new Sample(100, 10), new Sample(100, 10)));
    return Round.of("peer", samples, new Pressure(0, 0, 0, 0, 0), after);
  }

  @Test
  void a_goal_is_met_by_the_bad_end_of_the_interval_alone() {
    Goal faster = Goal.faster("ours", "peer", 2, 3);
    Goal dearer = Goal.dearer("ours", "peer", 1.05);

    assertThat(faster.isMet(new Interval(1.9, 2.5, 3))).isFalse();
    assertThat(faster.isMet(new Interval(2, 2.5, 3))).isTrue();
    assertThat(dearer.isMet(new Interval(1, 1.02, 1.06))).isFalse();
    assertThat(dearer.isMet(new Interval(1, 1.02, 1.05))).isTrue();
  }

  @Test
  void nothing_is_measured_on_a_database_that_may_lose_commits() {
    Map<String, Object> settings =
        Map.of("fsync", "off", "synchronous_commit", "on", "full_page_writes", "on");

    assertThatThrownBy(() -> Server.refuseUnlessDurable(settings))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("fsync is off");
  }
}
