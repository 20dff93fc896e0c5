package org.postpurchase.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.campaign.ContestWonTrigger;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.referral.ReferralTrigger;
import org.postpurchase.review.ReviewLeftTrigger;
import org.postpurchase.service.CaseClosedTrigger;
import org.postpurchase.task.TaskTrigger;

/** A German mail that is looked at before it is sent shows no English words. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExamplesInGermanTest {
  private static final String PAGE = "https://shop.example/points";

  @Test
  void points_that_expire_are_punkte_of_a_beispielprogramm() {
    PersonTrigger expiring = new PointsExpiringTrigger(null, ZoneOffset.UTC, PAGE);
    assertThat(expiring.example(Locale.GERMAN).textOf("pointsName")).isEqualTo("Punkte");
    assertThat(expiring.example(Locale.GERMANY).textOf("programme")).isEqualTo("Beispielprogramm");
    assertThat(expiring.example(Locale.UK).textOf("pointsName")).isEqualTo("points");
  }

  @Test
  void words_are_other_ones_than_in_english() {
    List<PersonTrigger> all = new ArrayList<>(TaskTrigger.both());
    all.addAll(ReferralTrigger.all(null));
    all.addAll(List.of(new ContestWonTrigger(), new ReviewLeftTrigger(), new CaseClosedTrigger()));
    for (PersonTrigger trigger : all) {
      for (String word : List.of("pointsName", "task", "contest", "product", "subject")) {
        String german = trigger.example(Locale.GERMAN).textOf(word);
        assertThat(german.isEmpty() ? "-" : german)
            .as(trigger.key() + " " + word)
            .isNotEqualTo(trigger.example(Locale.ENGLISH).textOf(word));
      }
    }
  }
}
