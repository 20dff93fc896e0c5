package org.postpurchase.admin.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.holdout.Share;
import org.postpurchase.series.CompareWordings.Refusal;
import org.postpurchase.series.Step;
import org.postpurchase.shared.Purpose;
import org.postpurchase.splittest.Goal;
import org.postpurchase.splittest.SplitResult;
import org.postpurchase.splittest.SplitTest;
import org.postpurchase.splittest.Wording;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What the page says about an A/B test, in both languages. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WordingRowTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");

  private final Words words = words();

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void each_verdict_is_a_sentence_with_its_numbers(String language) {
    Locale locale = Locale.forLanguageTag(language);
    assertThat(row(Goal.CLICKED, locale, 499, 40, 600, 90).verdict)
        .contains("500", "499")
        .contains("5 " + (language.equals("en") ? "days" : "Tage"));
    assertThat(row(Goal.CLICKED, locale, 700, 90, 710, 92).verdict).doesNotContain("{");
    assertThat(row(Goal.ORDERED, locale, 900, 10, 600, 500).verdict).contains("900 : 600");
    WordingRow won = row(Goal.ORDERED, locale, 1000, 100, 1000, 160);
    String comma = language.equals("en") ? "." : ",";
    assertThat(won.verdict).contains("B", "16" + comma + "0", "10" + comma + "0").contains("95 %");
    assertThat(won.winner).isEqualTo(2);
    assertThat(won.arms).extracting(arm -> arm.name).containsExactly("A", "B");
    assertThat(won.arms.get(1).mail).isEqualTo("The other one");
  }

  /** The bounds belong to the difference from the second best, not from the worst. */
  @Test
  void a_winner_of_three_is_told_against_the_next_best() {
    WordingRow won = row(Goal.CLICKED, Locale.ENGLISH, 1000, 20, 1000, 200, 1000, 120);
    assertThat(won.verdict).contains("Wording B has won: 20.0").contains("next best, C, 12.0");
  }

  @Test
  void only_a_running_test_has_a_winner_to_take() {
    SplitTest.End end = new SplitTest.End(BEGIN.plusSeconds(9), 2, 1);
    WordingRow over = row(Goal.ORDERED, Locale.ENGLISH, Optional.of(end), 1000, 100, 1000, 160);
    assertThat(over.winner).isZero();
    assertThat(over.running).isFalse();
    assertThat(over.about).contains("everybody gets wording B");
    assertThat(over.verdict).contains("Wording B has won");
    assertThat(row(Goal.ORDERED, Locale.ENGLISH, Optional.of(end), 0, 0, 0, 0).verdict).isNull();
  }

  @ParameterizedTest
  @EnumSource(Refusal.Code.class)
  void each_refusal_has_words_in_both_languages(Refusal.Code code) {
    String key = "PostPurchase_Split_No_" + code;
    String english = words.filled(key, Locale.ENGLISH, "Mail", "German");
    String german = words.filled(key, Locale.GERMAN, "Mail", "Deutsch");
    assertThat(english).isNotEqualTo(key).doesNotContain("{");
    assertThat(german).isNotEqualTo(english).doesNotContain("{");
  }

  private WordingRow row(Goal goal, Locale locale, int... peopleAndHits) {
    return row(goal, locale, Optional.empty(), peopleAndHits);
  }

  private WordingRow row(
      Goal goal, Locale locale, Optional<SplitTest.End> end, int... peopleAndHits) {
    List<Share> arms = new ArrayList<>();
    List<Long> all = new ArrayList<>();
    List<Wording> wordings = new ArrayList<>();
    for (int i = 0; i < peopleAndHits.length; i += 2) {
      arms.add(new Share(peopleAndHits[i], peopleAndHits[i + 1]));
      all.add((long) peopleAndHits[i]);
      wordings.add(new Wording(i == 0 ? "how-to" : "other", Collections.singletonMap("en", 1)));
    }
    SplitTest test =
        new SplitTest(new SplitTest.Step(1, "how-to", 1), wordings, goal, "salt", BEGIN, end);
    Step step =
        new Step.Builder("how-to").at(1, "").sends(Purpose.MARKETING, "EMAIL", "how-to").build();
    return new WordingRow(
        step,
        Optional.of(new SplitResult(test, arms, all)),
        false,
        new WordingRow.Telling(
            words,
            Collections.singletonMap("other", "The other one"),
            locale,
            new Moments(ZoneOffset.UTC, locale)));
  }

  private static Words words() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages/PostPurchaseAdminMessages");
    return new Words(messages);
  }
}
