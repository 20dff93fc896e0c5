package org.postpurchase.reward;

/** Whether a code may be used; names are message keys too. */
public enum CodeVerdict {
  USABLE,
  /** It belongs to somebody else. */
  FOREIGN,
  /** Another order has used it or is using it at this moment. */
  TAKEN,
  EXPIRED,
  REVOKED,
  /** An advocate's code, used by the advocate. */
  OWN_CODE,
  /** An advocate's code, used by somebody who has bought before. */
  EXISTING_CUSTOMER,
  /** An advocate's code, used by somebody who has come by one before. */
  ALREADY_REFERRED,
  /** An advocate's code on an order that is too small for it. */
  BELOW_MINIMUM,
  /** Besides another advocate's code. */
  ONE_FRIEND_CODE,
  /** An advocate's code on an order without an address. */
  FRIEND_UNKNOWN
}
