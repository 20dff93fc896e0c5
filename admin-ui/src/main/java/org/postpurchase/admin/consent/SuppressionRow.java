package org.postpurchase.admin.consent;

import org.postpurchase.admin.ui.Moments;
import org.postpurchase.consent.Suppression;

/** Plain values of one suppression for the page. */
final class SuppressionRow {
  private final Suppression suppression;
  public final String reason;
  private final Moments moments;

  SuppressionRow(Suppression suppression, String reason, Moments moments) {
    this.suppression = suppression;
    this.reason = reason;
    this.moments = moments;
  }

  public long getId() {
    return suppression.id;
  }

  public String getContact() {
    return suppression.contact;
  }

  public String getScope() {
    return suppression.scope.name();
  }

  public boolean isHolding() {
    return suppression.holds();
  }

  public String getSince() {
    return moments.of(suppression.since);
  }

  public String getLiftedAt() {
    return moments.of(suppression.liftedAt);
  }
}
