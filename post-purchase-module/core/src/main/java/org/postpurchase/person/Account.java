package org.postpurchase.person;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A customer's account as the shop has it. Immutable. */
public final class Account {
  public final long customerId;

  /** The key of its mailbox; empty when it has no address. */
  public final String mailbox;

  /** When it was opened; null when that is not known. */
  public final Instant registeredAt;

  /** As BCP 47 tag; empty when it has none of its own. */
  public final String language;

  /** Month and day, as {@code 02-29}; empty when unknown. */
  public final String birthday;

  public Account(
      long customerId, String mailbox, Instant registeredAt, String language, String birthday) {
    this.customerId = customerId;
    this.mailbox = requireNonNull(mailbox, "mailbox");
    this.registeredAt = registeredAt;
    this.language = requireNonNull(language, "language");
    this.birthday = requireNonNull(birthday, "birthday");
  }
}
