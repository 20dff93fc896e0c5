package org.postpurchase.review;

/** Where a review stands. The names are stored and never change their meaning. */
public enum ReviewState {
  /** Waits for somebody of the shop to look at it. */
  WAITING,
  /** On the product's page. */
  PUBLISHED,
  /** Taken off by the shop, for one of the {@link HideReason reasons} there are. */
  HIDDEN,
  /** Taken off by its author. */
  WITHDRAWN
}
