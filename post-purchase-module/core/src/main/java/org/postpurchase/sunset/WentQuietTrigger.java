package org.postpurchase.sunset;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;

/**
 * Advertising begins to rest for somebody who never reacts. What a series with this trigger sends
 * is the one exception from the rest: it asks whether the person still wants to hear from the shop.
 */
public final class WentQuietTrigger implements PersonTrigger {
  public static final String KEY = "WENT_QUIET";

  private final Sunset sunset;

  public WentQuietTrigger(Sunset sunset) {
    this.sunset = requireNonNull(sunset, "sunset");
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label(Locale locale) {
    return "de".equals(locale.getLanguage())
        ? "Werbung ruht, weil jemand nie reagiert"
        : "Advertising rests for somebody who never reacts";
  }

  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    Map<Moment, Locale> one = new HashMap<>();
    one.put(moment, locale);
    return Optional.ofNullable(factsOf(one, now).get(moment));
  }

  @Override
  public Map<Moment, MomentValues> factsOf(Map<Moment, Locale> readers, Instant now) {
    Map<String, Long> people = new HashMap<>();
    readers.keySet().forEach(m -> people.put(m.contact, m.customerId.orElse(0)));
    Set<String> still = sunset.stillResting(people);
    Map<Moment, MomentValues> facts = new HashMap<>();
    for (Moment moment : readers.keySet()) {
      if (still.contains(moment.contact)) {
        facts.put(moment, MomentValues.none());
      }
    }
    return facts;
  }

  @Override
  public MomentValues example(Locale locale) {
    return MomentValues.none();
  }
}
