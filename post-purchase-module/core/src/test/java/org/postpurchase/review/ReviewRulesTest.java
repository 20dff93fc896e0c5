package org.postpurchase.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.ask.AskKind;
import org.postpurchase.ask.AskLaw;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Purpose;

/** What the law, and fairness, want of reviews. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReviewRulesTest {
  /** FTC 16 CFR 465: praise at once and criticism later is suppression. */
  @Test
  void automatic_publishing_cannot_see_the_stars() {
    List<String> seen = new ArrayList<>();
    for (Field each : UncheckedReview.class.getDeclaredFields()) {
      seen.add(each.getType().getSimpleName() + " " + each.getName());
    }
    for (Constructor<?> each : UncheckedReview.class.getDeclaredConstructors()) {
      Stream.of(each.getParameterTypes()).forEach(type -> seen.add(type.getSimpleName()));
    }
    assertThat(seen)
        .noneMatch(what -> what.toLowerCase().contains("star"))
        .noneMatch(what -> what.startsWith("int") || what.startsWith("Review"));
    for (Method each : Publishing.class.getDeclaredMethods()) {
      if (each.getName().equals("showsAtOnce")) {
        assertThat(each.getParameterTypes()).containsExactly(UncheckedReview.class);
      }
    }
  }

  @Test
  void staff_changes_one_review_at_a_time_and_for_no_reason_about_stars() {
    for (Method each : CheckReviews.class.getDeclaredMethods()) {
      assertThat(each.getParameterTypes())
          .as(each.getName())
          .doesNotContain(List.class, Set.class, long[].class);
    }
    assertThat(HideReason.values())
        .extracting(Enum::name)
        .containsExactly("ABUSE", "PERSONAL_DATA", "ILLEGAL", "FAKE", "UNRELATED", "ADVERTISING");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see www.elsewhere.example",
        "https://x.example/y",
        "me@example.com",
        "call +49 431 1234567",
        "0431 / 123 45 67",
        "better at elsewhere.shop"
      })
  void contact_details_wait_for_a_person(String text) {
    assertThat(new UncheckedReview(true, false, text).hasContactDetails()).as(text).isTrue();
    assertThat(Publishing.ALL_AT_ONCE.showsAtOnce(new UncheckedReview(true, false, text)))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Good. Really good", "100 % cotton, 2024 model", "10/10", "bought 3.5 kg", ""})
  void plain_words_do_not(String text) {
    assertThat(new UncheckedReview(true, false, text).hasContactDetails()).as(text).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'0,0,0,0,0', 0.0",
    "'0,0,0,0,7', 5.0",
    "'1,0,0,0,9999', 4.9",
    "'9999,0,0,0,1', 1.1",
    "'1,0,0,0,1', 3.0",
    "'0,0,1,1,0', 3.5",
    "'0,1,0,0,2', 4.0"
  })
  void the_average_does_not_hide_the_only_other_opinion(String counts, String average) {
    long[] byStars = Stream.of(counts.split(",")).mapToLong(Long::parseLong).toArray();
    assertThat(new ReviewSummary(byStars, 0, 0).average()).isEqualByComparingTo(average);
  }

  @Test
  void the_longest_wait_of_a_products_categories_counts() {
    ReviewSettings settings =
        new ReviewSettings.Builder()
            .wait(10, ReviewSettings.categoryDays("12=21, 15=5\n-3=45"))
            .build();
    assertThat(settings.wait(Set.of())).isEqualTo(Duration.ofDays(10));
    assertThat(settings.wait(Set.of(15L, 7L))).isEqualTo(Duration.ofDays(5));
    assertThat(settings.wait(Set.of(12L, 15L))).isEqualTo(Duration.ofDays(21));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "12=2", "12=46", "x=10", "12=10=3"})
  void days_that_cannot_be_read_are_refused_by_their_part(String text) {
    assertThatThrownBy(() -> ReviewSettings.categoryDays("15=5, " + text))
        .isInstanceOf(PostPurchaseException.class)
        .hasMessageContaining(text);
  }

  @ParameterizedTest
  @EnumSource(AskKind.class)
  void a_country_that_is_not_known_is_treated_as_the_strictest(AskKind kind) {
    AskLaw law = AskLaw.shipped();
    assertThat(law.version()).isNotEmpty();
    assertThat(law.of(kind, "")).isEqualTo(Purpose.MARKETING);
    assertThat(law.of(kind, "de")).isEqualTo(Purpose.MARKETING);
    assertThat(law.of(kind, "AT")).isEqualTo(Purpose.MARKETING);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-01T08:00:00Z, 24, 2026-05-06T08:00:00Z", // Friday 7 h, Monday and Tuesday 8 h, 1 h
    "2026-05-02T20:00:00Z, 8, 2026-05-04T15:00:00Z", // of a week-end
    "2026-05-04T15:00:00Z, 1, 2026-05-05T08:00:00Z", // as the shop closes
    "2026-03-27T15:30:00Z, 1, 2026-03-30T07:30:00Z", // over the change of the clocks
  })
  void hours_to_answer_count_on_working_days_of_the_shop(Instant written, int hours, Instant due) {
    ReplyClock clock = new ReplyClock(hours, ZoneId.of("Europe/Berlin"));
    assertThat(clock.after(written)).isEqualTo(due);
  }

  @Test
  void good_answered_and_hidden_reviews_have_no_deadline() {
    ReplyClock clock = new ReplyClock(24, ZoneId.of("UTC"));
    Review low =
        Review.about(new Review.Place(1, "a@example.com", 1, 1, 0))
            .stars(2)
            .at(Instant.EPOCH, null)
            .build();
    assertThat(clock.dueAt(low, false)).isPresent();
    assertThat(clock.dueAt(low, true)).isEmpty();
    assertThat(clock.dueAt(low.but().stars(4).build(), false)).isEmpty();
    assertThat(clock.dueAt(low.but().hidden(HideReason.ABUSE).build(), false)).isEmpty();
    assertThat(new ReplyClock(0, ZoneId.of("UTC")).dueAt(low, false)).isEmpty();
  }

  @Test
  void private_surveys_and_public_reviews_differ_in_britain() {
    assertThat(AskLaw.shipped().of(AskKind.REVIEW, "GB")).isEqualTo(Purpose.MARKETING);
    assertThat(AskLaw.shipped().of(AskKind.SURVEY, "GB")).isEqualTo(Purpose.TRANSACTIONAL);
  }
}
