package org.postpurchase.series;

/** The moment in an order's life from which a step's delay counts. */
public enum Anchor {
  SUBMITTED,
  SHIPPED,
  /** If nobody reports the arrival: shipped plus the step's fallback days. */
  DELIVERED
}
