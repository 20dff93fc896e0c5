package org.postpurchase.referral;

import java.time.Duration;
import java.time.Instant;

/** By what a person can be recognised, and for how long that is kept. The names are stored. */
public enum KeyKind {
  /** {@link MailboxIdentity} of the order's address. */
  MAILBOX(1095),
  /** Last name, house and postcode, however they are written. */
  NAME_ADDRESS(730),
  /** House and postcode alone: people of one home or office. */
  HOME(730),
  PHONE(730),
  /** What the payment provider says of a card or account, never its number. */
  PAYMENT(730),
  /** A cookie of ours. */
  DEVICE(365),
  /** The address of the network; says little alone. */
  NETWORK(90);

  /** Days after it was seen. */
  public final int days;

  KeyKind(int days) {
    this.days = days;
  }

  /** What was seen before is not kept. */
  Instant keptSince(Instant now) {
    return now.minus(Duration.ofDays(days));
  }
}
