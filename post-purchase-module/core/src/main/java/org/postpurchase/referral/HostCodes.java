package org.postpurchase.referral;

/** The host's side of advocates' codes. Joins the caller's transaction. */
public interface HostCodes {
  /** Makes the host accept the code for the offer, any number of times. */
  void create(long offerId, String code);
}
