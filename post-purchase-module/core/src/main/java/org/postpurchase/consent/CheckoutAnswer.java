package org.postpurchase.consent;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What a shopper ticked or left unticked in a checkout that may still come to nothing. */
public final class CheckoutAnswer {
  /** What stood in the form. */
  public enum Question {
    /** A box to agree with. */
    CONSENT,
    /** A box to object with: advertising for similar products was announced. */
    OBJECTION
  }

  public final long orderId;
  public final Question question;

  /** Whether the box to agree was ticked, or the box to object was not. */
  public final boolean granted;

  public final String textShown;
  public final String localeCode;
  public final Instant answeredAt;

  public CheckoutAnswer(
      long orderId, boolean granted, String textShown, String localeCode, Instant answeredAt) {
    this(orderId, Question.CONSENT, granted, textShown, localeCode, answeredAt);
  }

  public CheckoutAnswer(
      long orderId,
      Question question,
      boolean granted,
      String textShown,
      String localeCode,
      Instant answeredAt) {
    this.orderId = orderId;
    this.question = requireNonNull(question, "question");
    this.granted = granted;
    this.textShown = requireNonNull(textShown, "textShown");
    this.localeCode = requireNonNull(localeCode, "localeCode");
    this.answeredAt = requireNonNull(answeredAt, "answeredAt");
  }
}
