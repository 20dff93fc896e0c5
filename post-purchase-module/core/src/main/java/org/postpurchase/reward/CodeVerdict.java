package org.postpurchase.reward;

/** Whether a code may be used; names are message keys too. */
public enum CodeVerdict {
  USABLE,
  /** It belongs to somebody else. */
  FOREIGN,
  /** Another order has used it or is using it at this moment. */
  TAKEN,
  EXPIRED,
  REVOKED
}
