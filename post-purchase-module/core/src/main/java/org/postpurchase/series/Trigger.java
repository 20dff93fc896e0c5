package org.postpurchase.series;

import org.postpurchase.order.OrderFact;

/** What makes a buyer enter a series. The names are stored and never change their meaning. */
public enum Trigger {
  /** A person's first order that counts: no other submitted one before it. */
  FIRST_ORDER(OrderFact.SUBMITTED),
  ANY_ORDER(OrderFact.SUBMITTED),
  /** Everything of an order that was not cancelled has left the warehouse. */
  ORDER_SHIPPED(OrderFact.SHIPPED),
  /** Everything of an order that was not cancelled has arrived. */
  ORDER_DELIVERED(OrderFact.DELIVERED),
  ORDER_CANCELLED(OrderFact.CANCELLED);

  /** The fact that may pull it. */
  public final OrderFact fact;

  Trigger(OrderFact fact) {
    this.fact = fact;
  }
}
