package org.postpurchase.consent;

/** Whether an address may be sent advertising. */
public enum ContactPermission {
  ALLOWED,
  /** It is suppressed, or the last word was no. */
  OPTED_OUT,
  /** Nobody ever said yes. */
  NO_CONSENT
}
