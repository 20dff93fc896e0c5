package org.postpurchase.consent;

/** Where a person said it. */
public enum ConsentSource {
  /** The box at checkout. */
  CHECKOUT,
  /** A button on the page behind the link in a message. */
  UNSUBSCRIBE_PAGE,
  /** The button of the mail program itself (RFC 8058). */
  ONE_CLICK,
  /** A button behind a link that was sent to the mailbox, which proves who presses it. */
  LINK,
  /** A text message from the number that it is about. */
  SMS_REPLY,
  /** The reader marked a mail as spam, as the provider says. */
  COMPLAINT,
  /** A person of the shop, on the buyer's word. */
  ADMIN;

  /** Whether that is how people unsubscribe themselves, so that they may take it back. */
  static boolean isOwn(String name) {
    return name.equals(ONE_CLICK.name())
        || name.equals(UNSUBSCRIBE_PAGE.name())
        || name.equals(SMS_REPLY.name());
  }
}
