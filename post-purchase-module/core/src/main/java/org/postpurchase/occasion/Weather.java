package org.postpurchase.occasion;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/** The weather of a country on a day. Immutable. */
public final class Weather {
  public final Kind kind;

  /** In a few words for shoppers, such as {@code 34 °C}; at most 100 characters are shown. */
  public final String words;

  public Weather(Kind kind, String words) {
    this.kind = requireNonNull(kind, "kind");
    this.words = requireNonNull(words, "words");
  }

  /** What somebody may want to write about. */
  public enum Kind {
    HOT,
    COLD,
    RAIN,
    SNOW,
    STORM
  }

  /**
   * Who knows the weather. A shop declares one bean of this type; without one nothing is asked.
   * Asked outside of transactions, at most once an hour for each country; what fails is asked again
   * an hour later.
   */
  public interface Provider {
    /**
     * @param country ISO 3166 code in capitals
     * @return empty when there is nothing to tell, or nothing is known
     */
    Optional<Weather> of(String country, LocalDate day);
  }
}
