package org.postpurchase.occasion;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.shared.LocalText;

/** There is weather of a kind in the person's country today. Two days later it is over. */
public final class WeatherTrigger implements CountryTrigger {
  private static final Duration NEAR = Duration.ofDays(2);
  private static final int WORDS_MAX = 100;
  private static final String[] LABELS = {
    "Hot weather | de: Heißes Wetter",
    "Cold weather | de: Kaltes Wetter",
    "Rain | de: Regen",
    "Snow | de: Schnee",
    "Storm | de: Sturm"
  };

  private final Weather.Kind kind;
  private final Weather.Provider provider;

  private WeatherTrigger(Weather.Kind kind, Weather.Provider provider) {
    this.kind = requireNonNull(kind, "kind");
    this.provider = requireNonNull(provider, "provider");
  }

  /** One for each kind of weather. */
  public static List<WeatherTrigger> all(Weather.Provider provider) {
    List<WeatherTrigger> all = new ArrayList<>();
    for (Weather.Kind kind : Weather.Kind.values()) {
      all.add(new WeatherTrigger(kind, provider));
    }
    return all;
  }

  @Override
  public String key() {
    return "WEATHER_" + kind.name();
  }

  @Override
  public String label(Locale locale) {
    return LocalText.in(LABELS[kind.ordinal()], locale);
  }

  @Override
  public Optional<MomentValues> on(LocalDate day, String country) {
    return country.isEmpty()
        ? Optional.empty()
        : provider
            .of(country, day)
            .filter(weather -> weather.kind == kind)
            .map(weather -> values(weather.words));
  }

  private static MomentValues values(String words) {
    return MomentValues.none()
        .text("weather", words.length() > WORDS_MAX ? words.substring(0, WORDS_MAX) : words);
  }

  /** Nobody knows the weather of a day to come. */
  @Override
  public Optional<LocalDate> nextFrom(LocalDate day, String country) {
    return Optional.empty();
  }

  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    return now.isBefore(moment.happenedAt.plus(NEAR))
        ? Optional.of(MomentValues.none())
        : Optional.empty();
  }

  @Override
  public MomentValues example(Locale locale) {
    return values("34 °C");
  }
}
