package org.postpurchase.review;

/**
 * Why a shop may hide a review: this list and nothing else. That somebody is not content is no
 * reason, whatever the stars, and neither is a complaint about delivery or service. The names are
 * stored and never change their meaning.
 */
public enum HideReason {
  /** Insults, threats, harassment, hate. */
  ABUSE,
  /** Somebody's address, telephone number, name of an employee, order number. */
  PERSONAL_DATA,
  /** Its content breaks the law. */
  ILLEGAL,
  /** It was not written by somebody who used the product, or for hire. */
  FAKE,
  /** It is about something else than the product or the shop's service for it. */
  UNRELATED,
  /** Advertising for something else. */
  ADVERTISING
}
