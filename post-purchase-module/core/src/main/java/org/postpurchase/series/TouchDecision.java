package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.OptionalLong;

/** The stored verdict on one considered touch. The key makes it unique. */
public final class TouchDecision {
  public final String key;
  public final String touch;
  public final long orderId;
  public final Verdict verdict;
  public final ReasonCode reason;
  public final Instant decidedAt;
  public final OptionalLong messageId;

  public TouchDecision(
      String key,
      String touch,
      long orderId,
      Verdict verdict,
      ReasonCode reason,
      Instant decidedAt,
      OptionalLong messageId) {
    this.key = requireNonNull(key, "key");
    this.touch = requireNonNull(touch, "touch");
    this.orderId = orderId;
    this.verdict = requireNonNull(verdict, "verdict");
    this.reason = requireNonNull(reason, "reason");
    this.decidedAt = requireNonNull(decidedAt, "decidedAt");
    this.messageId = requireNonNull(messageId, "messageId");
  }
}
