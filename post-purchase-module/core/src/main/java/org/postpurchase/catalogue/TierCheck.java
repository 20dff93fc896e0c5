package org.postpurchase.catalogue;

/** Whether somebody has climbed high enough. Joins the caller's transaction. */
public interface TierCheck {
  /**
   * @param owner of the points, as the ledger knows him
   * @return whether that owner is in this tier or a higher one; false for a tier that is unknown
   */
  boolean reaches(String programmeKey, String owner, String tierKey);
}
