package org.postpurchase.ledger;

/** Which accounts a proof looks at. */
public enum ProofScope {
  ALL,
  /**
   * Only those that moved since the last finished proof began. Quick, but blind for what was
   * changed past the ledger: that finds only {@link #ALL}.
   */
  CHANGED
}
