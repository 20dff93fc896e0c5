package org.postpurchase.review;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.shared.LocalText;

/**
 * Somebody has written a review: for thanks, or a code that was promised. Reported once for each
 * review, whatever its stars and however often it is changed.
 */
public final class ReviewLeftTrigger implements PersonTrigger {
  @Override
  public String key() {
    return WriteReview.TRIGGER;
  }

  @Override
  public String label(Locale locale) {
    return "de".equals(locale.getLanguage()) ? "Bewertung geschrieben" : "Review written";
  }

  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    return Optional.of(MomentValues.none());
  }

  @Override
  public MomentValues example(Locale locale) {
    return MomentValues.none()
        .text("product", LocalText.in("Example product | de: Beispielprodukt", locale))
        .number("stars", 4);
  }
}
