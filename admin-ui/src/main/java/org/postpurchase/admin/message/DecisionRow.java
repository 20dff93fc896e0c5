package org.postpurchase.admin.message;

import org.postpurchase.admin.ui.Moments;
import org.postpurchase.series.TouchDecision;

/** Plain values of one decision for the pages. */
final class DecisionRow {
  private final TouchDecision decision;
  private final Moments moments;

  DecisionRow(TouchDecision decision, Moments moments) {
    this.decision = decision;
    this.moments = moments;
  }

  public String getTouch() {
    return decision.touch;
  }

  public String getVerdict() {
    return decision.verdict.name();
  }

  public String getReason() {
    return decision.reason.name();
  }

  public String getDecidedAt() {
    return moments.of(decision.decidedAt);
  }

  /** Null when it led to no message. */
  public Long getMessageId() {
    return decision.messageId.isPresent() ? (Long) decision.messageId.getAsLong() : null;
  }
}
