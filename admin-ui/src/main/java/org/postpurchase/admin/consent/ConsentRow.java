package org.postpurchase.admin.consent;

import org.postpurchase.admin.ui.Moments;
import org.postpurchase.consent.ConsentRecord;

/** Plain values of one yes or no for the page. */
final class ConsentRow {
  private final ConsentRecord record;
  private final String orderNumber;
  private final Moments moments;

  ConsentRow(ConsentRecord record, String orderNumber, Moments moments) {
    this.record = record;
    this.orderNumber = orderNumber;
    this.moments = moments;
  }

  public String getContact() {
    return record.contact;
  }

  public String getDecision() {
    return record.decision.name();
  }

  /** Legal basis; empty for a withdrawal. */
  public String getBasis() {
    return record.basis;
  }

  /** What it is about. */
  public String getPurpose() {
    return record.purpose;
  }

  public String getSource() {
    return record.source.name();
  }

  /** What the person read; empty where nothing was shown. */
  public String getTextShown() {
    return record.textShown;
  }

  /** The number, the id where the host has none, or empty for none. */
  public String getOrder() {
    if (record.orderId == 0) {
      return "";
    }
    return orderNumber == null ? "#" + record.orderId : orderNumber;
  }

  public boolean isOrderKnown() {
    return orderNumber != null;
  }

  public String getRecordedAt() {
    return moments.of(record.recordedAt);
  }
}
