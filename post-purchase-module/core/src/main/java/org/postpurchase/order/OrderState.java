package org.postpurchase.order;

/** Where an order stands in the host right now. */
public enum OrderState {
  OPEN,
  SUBMITTED,
  CANCELLED
}
