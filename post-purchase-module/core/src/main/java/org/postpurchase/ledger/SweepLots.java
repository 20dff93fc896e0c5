package org.postpurchase.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.WorkFailures;

/**
 * Lets pending points mature and expired ones go, each at its own time however late the sweep runs.
 * Lots that matured and expired while nothing ran do both. Several nodes may sweep at once: what
 * the other has done is refused without a trace. A lot that fails rests longer each time and is
 * blocked at last.
 */
public final class SweepLots implements DueWork {
  private static final int BATCH = 200;

  private final LedgerStore store;
  private final PointsLedger ledger;
  private final WorkFailures.Work<LedgerStore.DueLot> lots;
  private volatile WorkFailures failures;

  public SweepLots(LedgerStore store, PointsLedger ledger, Transactions transactions, Clock clock) {
    this.store = store;
    this.ledger = ledger;
    failures = WorkFailures.inMemory(transactions, clock);
    lots =
        WorkFailures.Work.of(
            "points",
            limit -> store.due(clock.instant(), limit),
            lot -> "account " + lot.accountId + " lot " + lot.lotNo,
            this::move);
  }

  /** Keeps what fails there. */
  public void keeping(WorkFailures kept) {
    failures = kept;
  }

  @Override
  public String name() {
    return "points";
  }

  @Override
  public boolean isUpkeep() {
    return true;
  }

  @Override
  public int runDue() {
    return failures.run(lots, BATCH);
  }

  private boolean move(LedgerStore.DueLot lot) {
    PostingResult matured = ledger.mature(lot.accountId, lot.lotNo);
    if (matured.posted) {
      return true;
    }
    if (matured.refusal == Refusal.FROZEN) {
      ledger.setAside(lot.accountId);
      return false;
    }
    return ledger.expire(lot.accountId, lot.lotNo).posted;
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return failures.next(lots, BATCH, store::nextDueAfter);
  }
}
