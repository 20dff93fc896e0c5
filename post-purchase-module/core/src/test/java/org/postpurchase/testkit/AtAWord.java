package org.postpurchase.testkit;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;

/** A trigger of which nothing is to be told. */
public record AtAWord(String key) implements PersonTrigger {
  @Override
  public String label(Locale locale) {
    return key;
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
