package org.postpurchase.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of adjustments that need a second person. Every method joins the caller's transaction. */
public interface AdjustmentRequests {
  /** Returns false when the same was asked for before, whatever became of it. */
  boolean ask(AdjustmentRequest request);

  Optional<AdjustmentRequest> find(long id);

  /** In that state, the newest first. */
  List<AdjustmentRequest> list(AdjustmentRequest.State state, int limit);

  /** Of one account, the newest first. */
  List<AdjustmentRequest> ofAccount(long accountId, int limit);

  /**
   * Decides a waiting request, and keeps others from deciding it until the caller's transaction
   * ends. Returns false when it does not wait any more.
   */
  boolean decide(long id, AdjustmentRequest.State decision, String actor, Instant now);

  /** Takes back a decision of the caller's own transaction. */
  void reopen(long id);
}
