package org.postpurchase.admin.review;

import org.postpurchase.admin.ui.Moments;
import org.postpurchase.review.ReviewEvent;

/** One line of a review's history. */
public final class EventRow {
  private final ReviewEvent event;
  private final Moments moments;

  EventRow(ReviewEvent event, Moments moments) {
    this.event = event;
    this.moments = moments;
  }

  public String getAt() {
    return moments.of(event.at);
  }

  public String getWords() {
    return "PostPurchase_ReviewEvent_" + event.kind;
  }

  /** Key of the words, or null. */
  public String getReasonWords() {
    return event.reason == null ? null : "PostPurchase_HideReason_" + event.reason;
  }

  /** Key of the words for who is not staff; null for staff. */
  public String getActorWords() {
    boolean other = event.actor.equals(ReviewEvent.AUTHOR) || event.actor.equals(ReviewEvent.SHOP);
    return other ? "PostPurchase_ReviewActor_" + event.actor : null;
  }

  public String getActor() {
    return event.actor;
  }

  public String getNote() {
    return event.note;
  }
}
