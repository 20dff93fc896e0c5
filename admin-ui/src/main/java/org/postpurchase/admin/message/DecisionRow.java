package org.postpurchase.admin.message;

import java.util.Map;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.series.ReasonCode;
import org.postpurchase.series.TouchDecision;

/** Plain values of one decision for the pages. */
public final class DecisionRow {
  /** What decisions about entering are stored as. */
  private static final String SERIES = "series";

  private final TouchDecision decision;

  /** What it was decided about, in the admin's language where we know a word. */
  public final String name;

  private final String orderNumber;
  private final Moments moments;

  DecisionRow(
      TouchDecision decision, String name, Map<Long, String> orderNumbers, Moments moments) {
    this.decision = decision;
    boolean named = isEntering() && !decision.detail.isEmpty();
    this.name = named ? name + ": " + decision.detail : name;
    this.orderNumber = orderNumbers.get(decision.orderId);
    this.moments = moments;
  }

  public String getVerdict() {
    return decision.verdict.name();
  }

  /** Whether it was about entering a series at all, rather than about a step of one. */
  public boolean isEntering() {
    return decision.stepKey.isEmpty() && SERIES.equals(decision.touch);
  }

  /** Key of the words for the verdict: nobody is "sent" a series. */
  public String getVerdictWords() {
    return (isEntering() ? "PostPurchase_Entering_" : "PostPurchase_Verdict_") + getVerdict();
  }

  /** Key of the words for the reason. */
  public String getReasonWords() {
    boolean none = isEntering() && decision.reason == ReasonCode.SWITCHED_OFF;
    return none ? "PostPurchase_Entering_NoSeries" : "PostPurchase_Reason_" + getReason();
  }

  public String getReason() {
    return decision.reason.name();
  }

  /** What the reason alone does not tell; may be empty. */
  public String getDetail() {
    return isEntering() ? "" : decision.detail;
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
