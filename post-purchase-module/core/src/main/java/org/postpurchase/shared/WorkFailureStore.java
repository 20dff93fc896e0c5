package org.postpurchase.shared;

import java.time.Instant;
import java.util.List;

/** Items of background work that failed. Methods join the caller's transaction. */
public interface WorkFailureStore {
  /** All of one work, resting and blocked. */
  List<WorkFailure> of(String worker);

  /**
   * Stores a failure over what was known before; does nothing when another node has counted one
   * meanwhile.
   *
   * @param before null for an item that has not failed so far
   */
  void save(WorkFailure before, WorkFailure after);

  /** The item was done, or need not be done any more; nothing happens when it is not there. */
  void forget(String worker, String item);

  /** Makes a blocked item due again with a fresh count; false when it is not blocked. */
  boolean unblock(String worker, String item, Instant now);

  /** Makes everything that is blocked due again, and returns how many items that were. */
  int unblockAll(Instant now);

  /** Blocked or resting ones, longest first. */
  List<WorkFailure> list(boolean blocked, int limit, int offset);

  int count(boolean blocked);
}
