package org.postpurchase.order;

/** Something that happened to an order. The names are stored and never change their meaning. */
public enum OrderFact {
  SUBMITTED,
  SHIPPED,
  DELIVERED,
  LINES_RETURNED,
  LINES_CANCELLED,
  REFUNDED,
  CANCELLED
}
