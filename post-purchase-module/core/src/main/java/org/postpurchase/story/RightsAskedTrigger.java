package org.postpurchase.story;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;

/**
 * Staff asks the author of a review for the right to use it elsewhere. Once for each review; the
 * value {@code link} is where the author answers.
 */
public final class RightsAskedTrigger implements PersonTrigger {
  public static final String KEY = "RIGHTS_ASKED";

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label(Locale locale) {
    return "de".equals(locale.getLanguage())
        ? "Um das Recht an einer Bewertung gebeten"
        : "Asked for the right to a review";
  }

  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    return Optional.of(MomentValues.none());
  }

  @Override
  public MomentValues example(Locale locale) {
    return MomentValues.none()
        .text("link", "https://shop.example/post-purchase/review/example")
        .number("stars", 5);
  }
}
