package org.postpurchase.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EffectTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

  /** Newcombe 1998, table II, (a): 56 of 70 against 48 of 80, method 10. */
  @Test
  void the_bounds_are_those_that_newcombe_printed() {
    Effect effect = effect(50, group(70, 56), group(80, 48));
    assertThat(effect.difference()).isCloseTo(20, within(1e-9));
    assertThat(effect.low()).isCloseTo(5.24, within(0.005));
    assertThat(effect.high()).isCloseTo(33.39, within(0.005));
  }

  /** The same table, (h): 10 of 10 against 0 of 20. */
  @Test
  void groups_of_which_all_or_nobody_bought_have_bounds_too() {
    Effect effect = effect(50, group(10, 10), group(20, 0));
    assertThat(effect.low()).isCloseTo(67.91, within(0.005));
    assertThat(effect.high()).isCloseTo(100, within(0.005));
  }

  @Test
  void nothing_is_said_below_five_hundred_people_in_a_group() {
    assertThat(effect(10, group(4491, 2000), group(499, 10)).verdict())
        .isEqualTo(Effect.Verdict.TOO_FEW);
    assertThat(effect(10, group(4500, 2000), group(500, 10)).verdict())
        .isEqualTo(Effect.Verdict.MORE);
  }

  @Test
  void a_difference_that_may_be_chance_is_called_so_in_both_directions() {
    assertThat(effect(50, group(1000, 100), group(1000, 90)).verdict())
        .isEqualTo(Effect.Verdict.UNCLEAR);
    assertThat(effect(50, group(1000, 100), group(1000, 150)).verdict())
        .isEqualTo(Effect.Verdict.FEWER);
  }

  @Test
  void groups_of_wrong_sizes_get_no_verdict_however_clear_it_looks() {
    assertThat(effect(10, group(5000, 4000), group(900, 10)).verdict())
        .isEqualTo(Effect.Verdict.UNEVEN);
    assertThat(effect(50, group(60, 50), group(20, 0)).verdict())
        .as("too few to tell")
        .isEqualTo(Effect.Verdict.TOO_FEW);
  }

  @Test
  void an_empty_comparison_has_numbers_to_show() {
    Effect effect = effect(10, group(0, 0), group(0, 0));
    assertThat(effect.verdict()).isEqualTo(Effect.Verdict.TOO_FEW);
    assertThat(effect.buyersOfHundred(Arm.MESSAGED)).isZero();
  }

  @Test
  void more_buyers_than_people_are_refused() {
    assertThatThrownBy(() -> group(3, 4)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Where nothing but chance works, at most about one comparison in twenty is called a success. */
  @Test
  void chance_alone_is_seldom_taken_for_an_effect() {
    Random random = new Random(20261129);
    int wrong = 0;
    int uneven = 0;
    for (int i = 0; i < 2_000; i++) {
      int held = 0;
      int heldBuyers = 0;
      int buyers = 0;
      Holdout test = holdout(20, "salt-" + i + "-0123456789");
      int people = 3_000;
      for (int p = 0; p < people; p++) {
        boolean buys = random.nextInt(10) == 0;
        boolean back = test.place(i + "-" + p + "@example.com", BEGIN).arm == Arm.HELD_BACK;
        held += back ? 1 : 0;
        heldBuyers += back && buys ? 1 : 0;
        buyers += !back && buys ? 1 : 0;
      }
      Effect effect = new Effect(test, group(people - held, buyers), group(held, heldBuyers));
      Effect.Verdict verdict = effect.verdict();
      uneven += verdict == Effect.Verdict.UNEVEN ? 1 : 0;
      wrong += verdict == Effect.Verdict.MORE || verdict == Effect.Verdict.FEWER ? 1 : 0;
    }
    assertThat(wrong).as("of 2,000 comparisons").isBetween(40, 140);
    assertThat(uneven).as("of 2,000 comparisons").isLessThan(10);
  }

  private static Effect effect(int percent, Effect.Group messaged, Effect.Group held) {
    return new Effect(holdout(percent, "0123456789abcdef"), messaged, held);
  }

  private static Holdout holdout(int percent, String salt) {
    return new Holdout(1, 1, percent, salt, BEGIN, null);
  }

  private static Effect.Group group(long people, long buyers) {
    return new Effect.Group(people, buyers, people, Map.of());
  }
}
