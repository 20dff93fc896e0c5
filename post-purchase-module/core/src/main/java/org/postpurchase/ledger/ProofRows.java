package org.postpurchase.ledger;

/**
 * Takes the rows that a proof reads: of all accounts first the lots, then the postings, holds,
 * parts of holds and entries, each kind by account and number.
 */
public interface ProofRows {
  void lot(PointsLot lot);

  void posting(PointsPosting posting);

  void hold(PointsHold hold);

  void part(long accountId, int holdNo, PointsHold.Part part);

  void entry(PointsEntry entry);

  /** A row that has a value that no such row can have. */
  void unreadable(long accountId, String detail);
}
