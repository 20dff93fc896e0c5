package org.postpurchase.recommend;

/** On which terms something that goes with a product is offered. The names are stored. */
public enum OfferKind {
  /** At its price. */
  PLAIN,
  DISCOUNTED,
  FREE
}
