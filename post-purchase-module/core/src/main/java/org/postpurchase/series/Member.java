package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * A person without an order: a customer as the account has him or her now, or a guest. Immutable.
 */
public final class Member {
  /** 0 for a guest. */
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
