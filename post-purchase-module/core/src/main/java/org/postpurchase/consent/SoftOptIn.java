package org.postpurchase.consent;

/**
 * Whether a shop may advertise similar products to a buyer who was told so at that order, could
 * object there and did not.
 */
public interface SoftOptIn {
  /** Nowhere. */
  SoftOptIn NONE = countryCode -> false;

  /**
   * Joins the caller's transaction.
   *
   * @param countryCode of the buyer, as ISO 3166 has it; empty when it is not known
   */
  boolean holds(String countryCode);
}
