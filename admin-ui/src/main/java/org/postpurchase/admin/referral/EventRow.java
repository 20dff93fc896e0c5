package org.postpurchase.admin.referral;

import org.postpurchase.admin.ui.Moments;
import org.postpurchase.referral.ReferralEvent;

/** One step of a referral as its history shows it. */
public final class EventRow {
  private final ReferralEvent event;
  private final Moments moments;

  EventRow(ReferralEvent event, Moments moments) {
    this.event = event;
    this.moments = moments;
  }

  public String getWhen() {
    return moments.of(event.at);
  }

  public String getTo() {
    return event.to.name();
  }

  public String getGate() {
    return event.gate.name();
  }

  public String getReason() {
    return event.reason.name();
  }

  public String getDetail() {
    return event.detail;
  }

  public String getActor() {
    return event.actor;
  }
}
