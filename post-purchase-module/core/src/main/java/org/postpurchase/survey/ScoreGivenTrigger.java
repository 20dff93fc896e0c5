package org.postpurchase.survey;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;

/**
 * Somebody has answered a survey with a score: to thank, or to say what became of it. Reported once
 * for each answer.
 */
public final class ScoreGivenTrigger implements PersonTrigger {
  public static final String KEY = "SCORE_GIVEN";

  /** Names of the moment's values: the score, and the highest that could be given. */
  public static final String SCORE = "score";

  public static final String SCALE = "scoreMost";

  /** Name of what was written beside it, at most 600 characters; not there when it was nothing. */
  public static final String COMMENT = "comment";

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label(Locale locale) {
    return "de".equals(locale.getLanguage()) ? "Umfrage beantwortet" : "Survey answered";
  }

  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    return Optional.of(MomentValues.none());
  }

  @Override
  public MomentValues example(Locale locale) {
    boolean german = "de".equals(locale.getLanguage());
    return MomentValues.none()
        .number(SCORE, 9)
        .number(SCALE, 10)
        .text(COMMENT, german ? "Gut verpackt." : "Well packed.");
  }
}
