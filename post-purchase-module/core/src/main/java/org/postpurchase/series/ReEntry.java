package org.postpurchase.series;

/**
 * Whether the same person may enter a series again. A run that ended by cancellation never counts.
 */
public enum ReEntry {
  /** Once in a lifetime. */
  NEVER,
  /** Again with each order, but not while still inside. */
  WHEN_FINISHED,
  /**
   * With each order, or each time it happens to a member; also while inside with an earlier one.
   */
  EACH_ORDER,
  /** Once for each product: with an order of a product that no earlier run was about. */
  EACH_PRODUCT,
  /** When finished, and not before so many days after entering the last time. */
  EACH_PERIOD
}
