package org.postpurchase.tier;

/**
 * Hears of changes in the transaction that makes them: what it does is done if and only if the
 * change is. A failure undoes the change, which is tried again later.
 */
public interface TierListener {
  void changed(TierPolicy policy, TierChange change);
}
