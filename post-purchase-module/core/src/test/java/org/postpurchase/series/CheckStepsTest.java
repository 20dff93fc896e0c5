package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.messaging.Channels;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.RecordingMails;
import org.postpurchase.testkit.SeriesWorld;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckStepsTest {
  private static final Channels CHANNELS = Channels.of(new RecordingMails());

  @Test
  void the_shipped_series_is_sound() {
    SeriesDefinition shipped = FirstPurchase.series();
    assertThat(CheckSteps.together(shipped.steps)).isEmpty();
    assertThat(shipped.steps)
        .allSatisfy(step -> assertThat(CheckSteps.alone(step, CHANNELS)).isEmpty());
  }

  @Test
  void numbers_that_make_no_sense_are_named_with_their_value() {
    Step step =
        new Step.Builder("s")
            .at(1, "S")
            .delay(Anchor.SUBMITTED, -1, -2)
            .fallback(-3, 9000)
            .validHours(-4)
            .reward(SeriesWorld.OFFER, 0)
            .sends(Purpose.TRANSACTIONAL, "PIGEON", "t")
            .window(LocalTime.NOON, null)
            .build();
    assertThat(texts(CheckSteps.alone(step, CHANNELS)))
        .containsExactlyInAnyOrder(
            "s.delayDays: NEGATIVE_DELAY -1",
            "s.delayHours: NEGATIVE_DELAY -2",
            "s.fallbackDays: NEGATIVE_NUMBER -3",
            "s.fallbackDaysAbroad: TOO_LONG 730",
            "s.validHours: NEGATIVE_NUMBER -4",
            "s.windowTo: HALF_WINDOW ",
            "s.channel: UNKNOWN_CHANNEL PIGEON",
            "s.purpose: TRANSACTIONAL_REWARD S",
            "s.rewardValidDays: REWARD_DAYS 0");
  }

  @Test
  void conditions_that_wait_for_each_other_are_named_once_with_the_whole_way_round() {
    List<SeriesProblem> found =
        CheckSteps.together(List.of(on("a", 1, "b"), on("b", 2, "c"), on("c", 3, "a")));
    assertThat(texts(found)).containsExactly("a.conditionStep: CONDITION_CYCLE a → b → c → a");
  }

  @Test
  void a_step_that_waits_for_itself_is_a_cycle_too() {
    assertThat(texts(CheckSteps.together(List.of(on("a", 1, "a")))))
        .containsExactly("a.conditionStep: CONDITION_CYCLE a → a");
  }

  @Test
  void a_way_into_a_cycle_is_not_the_cycle() {
    List<SeriesProblem> found =
        CheckSteps.together(List.of(on("a", 1, "b"), on("b", 2, "c"), on("c", 3, "b")));
    assertThat(texts(found))
        .containsExactlyInAnyOrder(
            "a.conditionStep: CONDITION_LATER b", "b.conditionStep: CONDITION_CYCLE b → c → b");
  }

  @Test
  void conditions_look_back_at_steps_that_are_there_and_give_what_is_asked_for() {
    Step plain = new Step.Builder("plain").at(1, "Plain").build();
    Step unused =
        new Step.Builder("u").at(2, "U").onlyIf(ConditionType.REWARD_UNUSED, "plain").build();
    List<SeriesProblem> found =
        CheckSteps.together(List.of(plain, unused, on("m", 3, "missing"), on("e", 0, "plain")));
    assertThat(texts(found))
        .containsExactlyInAnyOrder(
            "u.conditionStep: CONDITION_WITHOUT_REWARD Plain",
            "m.conditionStep: CONDITION_STEP_MISSING missing",
            "e.conditionStep: CONDITION_LATER Plain");
  }

  @Test
  void a_key_is_taken_once_and_plain() {
    Step twice = new Step.Builder("x").at(1, "X").build();
    assertThat(texts(CheckSteps.together(List.of(twice, twice))))
        .containsExactly("x.stepKey: DUPLICATE_KEY x");
    assertThat(texts(CheckSteps.alone(new Step.Builder("Über 1").at(1, "X").build(), CHANNELS)))
        .containsExactly("Über 1.stepKey: BAD_KEY Über 1");
  }

  private static Step on(String key, int position, String other) {
    return new Step.Builder(key).at(position, key).onlyIf(ConditionType.STEP_SENT, other).build();
  }

  private static List<String> texts(List<SeriesProblem> problems) {
    return problems.stream().map(SeriesProblem::toString).collect(Collectors.toList());
  }
}
