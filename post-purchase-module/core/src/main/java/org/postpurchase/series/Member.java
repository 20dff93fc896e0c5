package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** A member of the programme as the shop's account has him or her now. Immutable. */
public final class Member {
  public final long customerId;

  /** As typed, unchecked; empty when the shop has none. */
  public final String email;

  /** Empty when unknown. */
  public final String firstName;

  public final Locale locale;

  public Member(long customerId, String email, String firstName, Locale locale) {
    this.customerId = customerId;
    this.email = requireNonNull(email, "email");
    this.firstName = requireNonNull(firstName, "firstName");
    this.locale = requireNonNull(locale, "locale");
  }

  /** A made-up one, to try texts on. */
  public static Member example(Locale locale) {
    return new Member(1, "alex@example.com", "Alex", locale);
  }
}
