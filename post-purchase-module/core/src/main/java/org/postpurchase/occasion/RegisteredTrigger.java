package org.postpurchase.occasion;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.shared.LocalText;

/** Somebody has opened an account. */
public final class RegisteredTrigger implements PersonTrigger {
  public static final String KEY = "REGISTERED";

  /** The moment of an account, which is opened once. */
  public static Moment moment(long customerId, Instant at) {
    return Moment.ofCustomer(KEY, customerId).happened("customer:" + customerId, at);
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label(Locale locale) {
    return LocalText.in("Account opened | de: Konto eröffnet", locale);
  }

  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    return Optional.of(MomentValues.none());
  }

  @Override
  public MomentValues example(Locale locale) {
    return MomentValues.none();
  }
}
