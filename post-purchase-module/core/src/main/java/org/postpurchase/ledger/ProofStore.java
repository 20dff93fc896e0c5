package org.postpurchase.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What a proof reads and leaves behind. Every method joins the caller's transaction. */
public interface ProofStore {
  /** Records that a proof runs, and returns its number. */
  long begin(ProofScope scope, Instant startedAt, String actor);

  void add(long proofId, List<Mismatch> found);

  void finish(ProofReport report, Instant finishedAt);

  /** The newest finished proof, with its first mismatches; empty when there was none. */
  Optional<ProofResult> last(int mismatches);

  /** When the last finished proof of one of these scopes began; empty when there was none. */
  Optional<Instant> lastStart(ProofScope... scopes);

  /**
   * The next accounts by number.
   *
   * @param changedSince only those that moved at or after it; null for all
   */
  List<PointsAccount> accounts(long after, Instant changedSince, int limit);

  /** All rows of the accounts numbered {@code from} to {@code to}, both included. */
  void rows(long from, long to, ProofRows into);

  /** All rows of those accounts. */
  void rows(List<Long> accountIds, ProofRows into);

  /** All rows of an account that is locked, also what others committed before the lock. */
  void rowsUnderLock(long accountId, ProofRows into);

  /**
   * Tells of each lot that was issued for the same thing as another one of its programme.
   *
   * @param accountIds only if one of these is concerned; null for all
   */
  void doubleAwards(List<Long> accountIds, BiConsumer<Long, String> into);
}
