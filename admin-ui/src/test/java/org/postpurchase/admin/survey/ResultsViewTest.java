package org.postpurchase.admin.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.survey.Question;
import org.postpurchase.survey.QuestionKind;
import org.postpurchase.survey.SurveyResults;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ResultsViewTest {
  @Test
  void months_have_names_and_stand_in_their_order() {
    Question question = new Question(QuestionKind.NPS, "Would you?", List.of());
    List<SurveyResults.Tally> tallies =
        List.of(
            new SurveyResults.Tally(1, "2027-03", 10, 1),
            new SurveyResults.Tally(1, "2026-11", 10, 2),
            new SurveyResults.Tally(1, "2026-11", 0, 1));

    assertThat(new ResultsView(question, tallies, Locale.GERMAN).getTrend())
        .extracting(month -> month.month + " " + month.count)
        .containsExactly("November 2026 3", "März 2027 1");
  }
}
