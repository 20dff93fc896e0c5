package org.postpurchase.splittest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.holdout.Share;
import org.postpurchase.splittest.SplitResult.Verdict;

/** Who gets which wording, and what can be said; by numbers alone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SplitTestTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void everybody_keeps_one_arm_and_the_arms_have_equal_shares(int arms) {
    for (int round = 0; round < 20; round++) {
      SplitTest test = test(arms, "salt of round " + round, Goal.CLICKED);
      Random arrivals = new Random(arms * 1000L + round);
      Map<String, Integer> first = new HashMap<>();
      long[] people = new long[arms];
      for (int i = 0; i < 6000; i++) {
        String contact = "p" + arrivals.nextInt(3000) + "@example.com";
        int arm = test.place(contact).arm;
        Integer before = first.putIfAbsent(contact, arm);
        assertThat(arm).isBetween(1, arms).isEqualTo(before == null ? arm : before);
        people[arm - 1] += before == null ? 1 : 0;
      }
      double expected = first.size() / (double) arms;
      for (long each : people) {
        assertThat((double) each).isBetween(expected * 0.85, expected * 1.15);
      }
    }
  }

  @Test
  void two_tests_put_people_into_arms_independently() {
    SplitTest one = test(2, "salt of the first one", Goal.CLICKED);
    SplitTest other = test(2, "salt of the second one", Goal.CLICKED);
    int same = 0;
    for (int i = 0; i < 10_000; i++) {
      String contact = "p" + i + "@example.com";
      same += one.place(contact).arm == other.place(contact).arm ? 1 : 0;
      assertThat(one.place(contact).person).isNotEqualTo(other.place(contact).person);
    }
    assertThat(same).isBetween(4_800, 5_200);
  }

  @Test
  void one_wording_is_no_test_and_five_are_too_many() {
    assertThatThrownBy(() -> test(1, "salt", Goal.CLICKED)).hasMessageContaining("1 wordings");
    assertThatThrownBy(() -> test(5, "salt", Goal.CLICKED)).hasMessageContaining("5 wordings");
  }

  /** However the people arrive and whatever they do, and whenever somebody looks. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void nothing_is_said_below_five_hundred_people_in_each_arm(int arms) {
    Random random = new Random(arms);
    for (int round = 0; round < 50; round++) {
      SplitTest test = test(arms, "salt " + round, Goal.ORDERED);
      long[] people = new long[arms];
      long[] hits = new long[arms];
      double[] rates = random.doubles(arms).toArray();
      for (int i = 0; i < 2600; i++) {
        int arm = test.place(round + "-" + random.nextLong() + "@example.com").arm - 1;
        people[arm]++;
        hits[arm] += random.nextDouble() < rates[arm] ? 1 : 0;
        if (i % 20 == 0) {
          SplitResult result = result(test, people, hits, people);
          long fewest = Arrays.stream(people).min().getAsLong();
          if (fewest < 500) {
            assertThat(result.winner()).as(fewest + " people").isZero();
            assertThat(result.verdict()).isIn(Verdict.TOO_FEW, Verdict.UNEVEN);
          } else {
            assertThat(result.verdict()).isNotEqualTo(Verdict.TOO_FEW);
          }
        }
      }
    }
  }

  /** Looked at once, when all are there: what the 95 % promise. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void of_equal_wordings_one_wins_in_no_more_than_five_of_a_hundred_tests(int arms) {
    Random random = new Random(7);
    SplitTest test = test(arms, "salt", Goal.CLICKED);
    int rounds = 2000;
    int won = 0;
    for (int round = 0; round < rounds; round++) {
      long[] people = new long[arms];
      long[] hits = new long[arms];
      for (int arm = 0; arm < arms; arm++) {
        people[arm] = 600;
        hits[arm] = random.ints(600, 0, 100).filter(n -> n < 12).count();
      }
      won += result(test, people, hits, people).winner() > 0 ? 1 : 0;
    }
    assertThat(won).isLessThanOrEqualTo(rounds * 6 / 100);
    assertThat(won).as("not so strict that nothing ever wins").isPositive();
  }

  @Test
  void the_arm_that_beats_every_other_one_wins_and_not_one_that_beats_the_worst() {
    SplitTest three = test(3, "salt", Goal.CLICKED);
    long[] people = {1000, 1000, 1000};
    SplitResult clear = result(three, people, new long[] {100, 160, 90}, people);
    assertThat(clear.verdict()).isEqualTo(Verdict.WON);
    assertThat(clear.winner()).isEqualTo(2);
    SplitResult close = result(three, people, new long[] {150, 160, 90}, people);
    assertThat(close.verdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(close.winner()).isZero();
  }

  @Test
  void arms_of_wrong_sizes_get_no_winner_however_clear_it_looks() {
    long[] people = {1000, 1000};
    SplitResult uneven =
        result(
            test(2, "salt", Goal.CLICKED), people, new long[] {50, 500}, new long[] {2000, 1600});
    assertThat(uneven.verdict()).isEqualTo(Verdict.UNEVEN);
    assertThat(uneven.winner()).isZero();
    assertThat(uneven.waiting()).isEqualTo(1600);
  }

  /** Chi-square at 1 of 1,000: sizes just below and just above it for one to three degrees. */
  @Test
  void how_uneven_is_too_uneven_depends_on_how_many_arms_there_are() {
    assertSizes(Verdict.UNCLEAR, 1000, 1146);
    assertSizes(Verdict.UNEVEN, 1000, 1160);
    assertSizes(Verdict.UNCLEAR, 1000, 1000, 1142);
    assertSizes(Verdict.UNEVEN, 1000, 1000, 1150);
    assertSizes(Verdict.UNCLEAR, 1000, 1000, 1000, 1148);
    assertSizes(Verdict.UNEVEN, 1000, 1000, 1000, 1156);
  }

  private static void assertSizes(Verdict verdict, long... people) {
    SplitResult result =
        result(test(people.length, "salt", Goal.CLICKED), people, new long[people.length], people);
    assertThat(result.verdict()).isEqualTo(verdict);
  }

  @Test
  void orders_of_a_test_by_clicks_and_orders_after_the_end_and_its_days_do_not_count() {
    assertThat(test(2, "salt", Goal.CLICKED).counts(BEGIN.plusSeconds(1))).isFalse();
    SplitTest running = test(2, "salt", Goal.ORDERED);
    assertThat(running.counts(BEGIN)).isFalse();
    assertThat(running.counts(BEGIN.plus(Duration.ofDays(400)))).isTrue();
    SplitTest.End end = new SplitTest.End(BEGIN.plus(Duration.ofDays(9)), 1, 1);
    SplitTest ended =
        new SplitTest(running.step, running.arms, Goal.ORDERED, "salt", BEGIN, Optional.of(end));
    assertThat(ended.counts(BEGIN.plus(Duration.ofDays(39)).minusSeconds(1))).isTrue();
    assertThat(ended.counts(BEGIN.plus(Duration.ofDays(39)))).isFalse();
  }

  private static SplitResult result(SplitTest test, long[] people, long[] hits, long[] all) {
    List<Share> arms = new ArrayList<>();
    List<Long> everybody = new ArrayList<>();
    for (int arm = 0; arm < people.length; arm++) {
      arms.add(new Share(people[arm], hits[arm]));
      everybody.add(all[arm]);
    }
    return new SplitResult(test, arms, everybody);
  }

  private static SplitTest test(int arms, String salt, Goal goal) {
    Wording wording = new Wording("how-to", Collections.singletonMap("en", 1));
    return new SplitTest(
        new SplitTest.Step(1, "how-to", 1),
        Collections.nCopies(arms, wording),
        goal,
        salt,
        BEGIN,
        Optional.empty());
  }
}
