package org.postpurchase.order;

/** Something that happened to an order. The names are stored and never change their meaning. */
public enum OrderFact {
  SUBMITTED,
  SHIPPED,
  DELIVERED,
  LINES_RETURNED,
  LINES_CANCELLED,
  REFUNDED,
  /** Its lines or quantities were changed after it was placed. */
  EDITED,
  CANCELLED
}
