package org.postpurchase.service;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.shared.LocalText;

/**
 * Staff have closed a case: to ask whether it was solved. Reported once for each case, and never
 * for one that was closed because its customer did not answer.
 */
public final class CaseClosedTrigger implements PersonTrigger {
  public static final String KEY = "CASE_CLOSED";

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label(Locale locale) {
    return "de".equals(locale.getLanguage()) ? "Fall geschlossen" : "Case closed";
  }

  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    return Optional.of(MomentValues.none());
  }

  @Override
  public MomentValues example(Locale locale) {
    return MomentValues.none()
        .text("subject", LocalText.in("Example product | de: Beispielprodukt", locale));
  }
}
