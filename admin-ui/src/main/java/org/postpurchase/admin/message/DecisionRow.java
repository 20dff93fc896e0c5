package org.postpurchase.admin.message;

import java.util.Map;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.series.TouchDecision;

/** Plain values of one decision for the pages. */
public final class DecisionRow {
  private final TouchDecision decision;
  private final String name;
  private final String orderNumber;
  private final Moments moments;

  DecisionRow(
      TouchDecision decision, String name, Map<Long, String> orderNumbers, Moments moments) {
    this.decision = decision;
    this.name = name;
    this.orderNumber = orderNumbers.get(decision.orderId);
    this.moments = moments;
  }

  /** What it was decided about, in the admin's language where we know a word. */
  public String getName() {
    return name;
  }

  public String getVerdict() {
    return decision.verdict.name();
  }

  public String getReason() {
    return decision.reason.name();
  }

  /** What the reason alone does not tell; may be empty. */
  public String getDetail() {
    return decision.detail;
  }

  /** Empty when unknown. */
  public String getContact() {
    return decision.contact;
  }

  /** The number, or the id where the host has none; empty when it is about no order. */
  public String getOrder() {
    if (decision.orderId == 0) {
      return "";
    }
    return orderNumber == null ? "#" + decision.orderId : orderNumber;
  }

  public boolean isOrderKnown() {
    return orderNumber != null;
  }

  public String getDecidedAt() {
    return moments.of(decision.decidedAt);
  }

  /** The run of a series that it was decided in; null for none. */
  public Long getEnrollmentId() {
    return decision.enrollmentId == 0 ? null : (Long) decision.enrollmentId;
  }

  /** Null when it led to no message. */
  public Long getMessageId() {
    return decision.messageId.isPresent() ? (Long) decision.messageId.getAsLong() : null;
  }
}
