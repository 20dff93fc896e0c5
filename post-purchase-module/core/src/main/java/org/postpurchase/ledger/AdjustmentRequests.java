package org.postpurchase.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of adjustments that need a second person. Every method joins the caller's transaction. */
public interface AdjustmentRequests {
  /** Returns false when one with that key was asked for before, whatever became of it. */
  boolean ask(AdjustmentRequest request);

  Optional<AdjustmentRequest> find(long id);

  /** The one with the key of that posting. */
  Optional<AdjustmentRequest> byKey(String key);

  /** Whether the same undoing, of one adjustment or of a batch, waits already. */
  boolean waits(AdjustmentRequest.Details undoing);

  /** In that state, the newest first. */
  List<AdjustmentRequest> list(AdjustmentRequest.State state, int limit);

  /** Of one account, the newest first. */
  List<AdjustmentRequest> ofAccount(long accountId, int limit);

  /**
   * Decides a waiting request, and keeps others from deciding it until the caller's transaction
   * ends. Returns false when it does not wait any more.
   */
  boolean decide(long id, AdjustmentRequest.State decision, StaffMember by, Instant now);

  /** Takes back a decision of the caller's own transaction. */
  void reopen(long id);
}
