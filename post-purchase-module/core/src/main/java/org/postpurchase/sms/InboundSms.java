package org.postpurchase.sms;

import static java.util.Objects.requireNonNull;

/** A text message that somebody has sent to the shop. Immutable. */
public final class InboundSms {
  /** The provider's own name of it. */
  public final String providerId;

  /** Who sent it, in E.164. */
  public final String number;

  public final String text;

  /** The provider has answered it already, as it does with STOP and HELP. */
  public final boolean answered;

  public InboundSms(String providerId, String number, String text, boolean answered) {
    this.providerId = requireNonNull(providerId, "providerId");
    this.number = requireNonNull(number, "number");
    this.text = requireNonNull(text, "text");
    this.answered = answered;
  }
}
