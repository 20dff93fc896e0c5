package org.postpurchase.sms;

import java.util.Optional;

/** Reads telephone numbers as people type them. Safe for use by several threads. */
public interface PhoneNumbers {
  /**
   * The number in E.164, such as +4915112345678; empty when it is none that can get text messages.
   *
   * @param typed as it stands in an order
   * @param country ISO 3166 code of the address beside it, for numbers without a country's prefix;
   *     may be empty
   */
  Optional<Number> parse(String typed, String country);

  /** A number that can get text messages. */
  final class Number {
    /** E.164, at most 16 characters. */
    public final String e164;

    /** ISO 3166 code of the number's own country; empty for one of no country. */
    public final String country;

    /** Part of that country that its area code is of, such as {@code TX}; empty when unknown. */
    public final String region;

    public Number(String e164, String country) {
      this(e164, country, "");
    }

    public Number(String e164, String country, String region) {
      this.e164 = e164;
      this.country = country;
      this.region = region;
    }

    @Override
    public String toString() {
      return e164;
    }
  }
}
