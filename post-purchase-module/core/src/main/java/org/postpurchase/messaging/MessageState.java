package org.postpurchase.messaging;

import java.util.EnumSet;

/**
 * Life of a message: QUEUED → SENDING → SENT, FAILED, UNCERTAIN, or CANCELLED when at the last
 * moment something spoke against it; a temporary failure leads back to QUEUED.
 */
public enum MessageState {
  QUEUED,
  SENDING,
  SENT,
  FAILED,
  UNCERTAIN,
  CANCELLED;

  public boolean canBecome(MessageState next) {
    switch (this) {
      case QUEUED:
        return next == SENDING;
      case SENDING:
        return EnumSet.of(QUEUED, SENT, FAILED, UNCERTAIN, CANCELLED).contains(next);
      case FAILED:
      case UNCERTAIN:
        return next == QUEUED;
      default:
        return false;
    }
  }
}
