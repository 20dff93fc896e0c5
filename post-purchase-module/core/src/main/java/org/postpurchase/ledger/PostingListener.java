package org.postpurchase.ledger;

/**
 * Hears of every movement in the transaction that makes it, under the account's lock; a failure
 * undoes the movement. Whoever listens must not move points of the same account here.
 */
public interface PostingListener {
  PostingListener NONE = posting -> {};

  void posted(PointsPosting posting);
}
