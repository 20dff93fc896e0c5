package org.postpurchase.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.Reasons;
import org.postpurchase.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets pending points mature and expired ones go, each at its own time however late the sweep runs.
 * Lots that matured and expired while nothing ran do both. Several nodes may sweep at once: what
 * the other has done is refused without a trace.
 */
public final class SweepLots implements DueWork {
  private static final Logger LOG = LoggerFactory.getLogger(SweepLots.class);
  private static final int BATCH = 200;

  private final LedgerStore store;
  private final PointsLedger ledger;
  private final Transactions transactions;
  private final Clock clock;

  public SweepLots(LedgerStore store, PointsLedger ledger, Transactions transactions, Clock clock) {
    this.store = store;
    this.ledger = ledger;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "points";
  }

  @Override
  public int runDue() {
    int done = 0;
    int failed = 0;
    List<LedgerStore.DueLot> due;
    do {
      due = transactions.call(() -> store.due(clock.instant(), BATCH));
      int before = done;
      for (LedgerStore.DueLot lot : due) {
        try {
          done += move(lot) ? 1 : 0;
        } catch (RuntimeException e) { // one bad lot never keeps the others waiting
          failed++;
          LOG.warn(
              "points not moved account={} lot and reason={}",
              lot.accountId,
              lot.lotNo + " " + Reasons.of(e));
        }
      }
      if (done == before) {
        break;
      }
    } while (due.size() == BATCH && failed < BATCH);
    return done;
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
    return transactions.call(store::nextDueAt);
  }
}
