package org.postpurchase.referral.invite;

/** What became of one address. The names are stored, and are keys of texts. */
public enum InvitationVerdict {
  SENT,
  /** No address that mail can be sent to. */
  NO_ADDRESS,
  OWN_ADDRESS,
  /** Has ordered, or was referred, already. */
  CUSTOMER,
  /** Whoever asked for it then: a mailbox is invited once. */
  INVITED_BEFORE,
  /** Its reader wants nothing from the shop, or it does not exist. */
  SUPPRESSED,
  /** A country refuses it. */
  LAW,
  /** The advocate has asked for as many as one may. */
  ADVOCATE_CAP,
  /** The shop has sent as many as it wants to on one day. */
  SHOP_CAP
}
