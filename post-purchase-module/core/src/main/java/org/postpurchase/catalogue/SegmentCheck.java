package org.postpurchase.catalogue;

/** Whether somebody belongs to a segment of people. Joins the caller's transaction. */
public interface SegmentCheck {
  /** A shop without segments: what is for the people of one is for nobody. */
  SegmentCheck NOBODY = (owner, segmentKey) -> false;

  /**
   * @param owner of the points, as the ledger knows him
   * @return false for a segment that is unknown or switched off
   */
  boolean has(String owner, String segmentKey);
}
