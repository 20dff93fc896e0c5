package org.postpurchase.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.Seed;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class NetPromoterTest {
  @Test
  void promoters_less_detractors_in_hundredths_of_all() {
    assertThat(new NetPromoter(Map.of()).score()).isZero();
    assertThat(new NetPromoter(Map.of(10, 1L)).score()).isEqualTo(100);
    assertThat(new NetPromoter(Map.of(6, 2L)).score()).isEqualTo(-100);
    assertThat(new NetPromoter(Map.of(9, 5L, 8, 3L, 7, 1L, 6, 1L)).score()).isEqualTo(40);
  }

  @Test
  void it_agrees_with_counting_one_by_one() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      Map<Integer, Long> counts = new HashMap<>();
      int sum = 0;
      int all = random.nextInt(50);
      for (int i = 0; i < all; i++) {
        int score = random.nextInt(11);
        counts.merge(score, 1L, Long::sum);
        sum += score >= 9 ? 1 : score <= 6 ? -1 : 0;
      }
      NetPromoter nps = new NetPromoter(counts);
      double exact = all == 0 ? 0 : 100.0 * sum / all;
      assertThat(Math.abs(nps.score() - exact)).as("seed " + seed).isLessThanOrEqualTo(0.5);
      assertThat(nps.all()).isEqualTo(all);
    }
  }

  @Test
  void what_is_wrong_with_a_survey_is_named_by_its_field() {
    SurveyContent bad =
        new SurveyContent(
            List.of(
                new Question(QuestionKind.CHOICE, " ", List.of("A", "A")),
                new Question(QuestionKind.TEXT, "x".repeat(601), List.of())),
            "");
    assertThat(CheckSurvey.problems(new Survey.Settings("", true, 731), bad))
        .extracting(SurveyProblem::toString)
        .containsExactly(
            "name NO_NAME",
            "cooldownDays COOLDOWN",
            "question1 NO_WORDS",
            "choices1 SAME_CHOICES",
            "question2 TOO_LONG");
  }
}
