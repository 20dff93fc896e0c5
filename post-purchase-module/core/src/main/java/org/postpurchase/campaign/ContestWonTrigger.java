package org.postpurchase.campaign;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.shared.LocalText;

/** Somebody has won a prize of a campaign. Once for each winner. */
public final class ContestWonTrigger implements PersonTrigger {
  public static final String KEY = "CONTEST_WON";

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label(Locale locale) {
    return "de".equals(locale.getLanguage()) ? "Bei einer Verlosung gewonnen" : "Won in a contest";
  }

  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    return Optional.of(MomentValues.none());
  }

  @Override
  public MomentValues example(Locale locale) {
    return MomentValues.none()
        .text("contest", LocalText.in("Photo of the month | de: Foto des Monats", locale))
        .number("prize", 1);
  }
}
