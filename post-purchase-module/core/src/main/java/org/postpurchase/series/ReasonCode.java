package org.postpurchase.series;

/**
 * Why a verdict fell as it did. Stored, and the key of the text that merchants read; names never
 * change their meaning.
 */
public enum ReasonCode {
  /** It was due and nothing spoke against it. */
  DUE,
  /** The merchant has not switched this message on. */
  SWITCHED_OFF,
  /** The order was placed before the message was switched on. */
  BEFORE_ACTIVATION,
  /** The host has no such order any more. */
  ORDER_GONE,
  /** The order is not (or no longer) submitted. */
  ORDER_NOT_SUBMITTED,
  /** The order has no address, or one that no mail can be sent to. */
  NO_USABLE_ADDRESS
}
