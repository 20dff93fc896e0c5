package org.postpurchase.order;

/** Something that happened to an order. The names are stored and never change their meaning. */
public enum OrderFact {
  SUBMITTED,
  SHIPPED,
  DELIVERED,
  LINES_RETURNED,
  LINES_CANCELLED,
  /** The buyer has declared to withdraw from lines of the contract; nothing is back yet. */
  WITHDRAWAL_DECLARED,
  /** The buyer keeps after all what was declared to be sent back. */
  WITHDRAWAL_TAKEN_BACK,
  REFUNDED,
  /** Its lines or quantities were changed after it was placed. */
  EDITED,
  CANCELLED
}
