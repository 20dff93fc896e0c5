package org.postpurchase.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HoldoutTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
  private static final int PEOPLE = 40_000;

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 20, 50})
  void the_chosen_share_is_held_back(int percent) {
    Holdout holdout = holdout(1, percent, "salt of the first one");
    double expected = PEOPLE * percent / 100.0;
    double spread = Math.sqrt(expected * (100 - percent) / 100.0);
    assertThat(held(holdout).size())
        .isBetween((int) (expected - 4 * spread), (int) (expected + 4 * spread));
  }

  /** Whoever gets nothing of one series is as likely as anybody to get nothing of another. */
  @Test
  void comparisons_put_people_into_groups_independently() {
    Set<Integer> first = held(holdout(1, 20, "salt of the first one"));
    Set<Integer> second = held(holdout(2, 20, "salt of the second one"));
    Set<Integer> both = new HashSet<>(first);
    both.retainAll(second);
    assertThat(both.size()).isBetween(1_440, 1_760);
  }

  @Test
  void a_person_is_a_hash_that_another_comparison_does_not_share() {
    Holdout.Place one = holdout(1, 20, "salt of the first one").place("ada@example.com", BEGIN);
    Holdout.Place other = holdout(1, 20, "salt of the second one").place("ada@example.com", BEGIN);
    assertThat(one.person).hasSize(64).matches("[0-9a-f]+").isNotEqualTo(other.person);
  }

  @Test
  void other_shares_are_refused_with_their_number() {
    assertThatThrownBy(() -> holdout(1, 0, "salt")).hasMessageContaining("0 %");
    assertThatThrownBy(() -> holdout(1, 51, "salt")).hasMessageContaining("51 %");
  }

  private static Set<Integer> held(Holdout holdout) {
    Set<Integer> held = new HashSet<>();
    for (int i = 0; i < PEOPLE; i++) {
      if (holdout.place("p" + i + "@example.com", BEGIN).arm == Arm.HELD_BACK) {
        held.add(i);
      }
    }
    return held;
  }

  private static Holdout holdout(long series, int percent, String salt) {
    return new Holdout(series, 1, percent, salt, BEGIN, null);
  }
}
