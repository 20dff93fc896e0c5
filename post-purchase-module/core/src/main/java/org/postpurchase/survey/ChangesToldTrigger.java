package org.postpurchase.survey;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.shared.LocalText;

/** The shop tells those who answered a survey what it has changed because of the answers. */
public final class ChangesToldTrigger implements PersonTrigger {
  public static final String KEY = "SURVEY_CHANGES";

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label(Locale locale) {
    return LocalText.in(
        "Survey: what we changed | de: Umfrage: was wir ge\u00e4ndert haben", locale);
  }

  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    return Optional.of(MomentValues.none());
  }

  @Override
  public MomentValues example(Locale locale) {
    return MomentValues.none()
        .text(
            "changes",
            LocalText.in(
                "Parcels now leave on the same day. | de: Pakete gehen jetzt am selben Tag raus.",
                locale));
  }
}
