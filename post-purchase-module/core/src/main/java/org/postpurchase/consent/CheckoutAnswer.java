package org.postpurchase.consent;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What a shopper ticked or left unticked in a checkout that may still come to nothing. */
public final class CheckoutAnswer {
  public final long orderId;
  public final boolean granted;
  public final String textShown;
  public final String localeCode;
  public final Instant answeredAt;

  public CheckoutAnswer(
      long orderId, boolean granted, String textShown, String localeCode, Instant answeredAt) {
    this.orderId = orderId;
    this.granted = granted;
    this.textShown = requireNonNull(textShown, "textShown");
    this.localeCode = requireNonNull(localeCode, "localeCode");
    this.answeredAt = requireNonNull(answeredAt, "answeredAt");
  }
}
