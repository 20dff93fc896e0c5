package org.postpurchase.referral;

/** By what a person can be recognised. The names are stored. */
public enum KeyKind {
  /** {@link MailboxIdentity} of the order's address. */
  MAILBOX,
  /** Last name, house and postcode, however they are written. */
  NAME_ADDRESS,
  /** House and postcode alone: people of one home or office. */
  HOME,
  PHONE,
  /** What the payment provider says of a card or account, never its number. */
  PAYMENT,
  /** A cookie of ours. */
  DEVICE,
  /** The address of the network; says little alone. */
  NETWORK
}
