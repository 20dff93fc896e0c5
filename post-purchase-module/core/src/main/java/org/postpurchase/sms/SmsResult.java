package org.postpurchase.sms;

import static java.util.Objects.requireNonNull;

import org.postpurchase.messaging.SendOutcome;

/** How a hand-over to a provider ended. Immutable. */
public final class SmsResult {
  public final SendOutcome outcome;

  /** The provider's own name of the message; empty unless it was taken. */
  public final String providerId;

  /** As the provider counts; 0 where it does not say. */
  public final int segments;

  /** Its holder has told the provider to stop. */
  public final boolean optedOut;

  private SmsResult(SendOutcome outcome, String providerId, int segments, boolean optedOut) {
    this.outcome = requireNonNull(outcome, "outcome");
    this.providerId = requireNonNull(providerId, "providerId");
    this.segments = segments;
    this.optedOut = optedOut;
  }

  public static SmsResult taken(String providerId, int segments) {
    return new SmsResult(SendOutcome.accepted(), providerId, segments, false);
  }

  public static SmsResult failed(SendOutcome outcome) {
    return new SmsResult(outcome, "", 0, false);
  }

  /** The provider sends nothing there because the holder has said STOP to it. */
  public static SmsResult optedOut(String reason) {
    return new SmsResult(SendOutcome.of(SendOutcome.Kind.RECIPIENT, reason), "", 0, true);
  }
}
