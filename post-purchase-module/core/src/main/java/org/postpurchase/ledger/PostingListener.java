package org.postpurchase.ledger;

import java.util.List;

/**
 * Hears of every movement in the transaction that makes it, under the account's lock; a failure
 * undoes the movement. Whoever listens must not move points of the same account here.
 */
public interface PostingListener {
  PostingListener NONE = posting -> {};

  void posted(PointsPosting posting);

  /** Hears of movements that were made together, in their order. */
  default void posted(List<PointsPosting> postings) {
    postings.forEach(this::posted);
  }
}
