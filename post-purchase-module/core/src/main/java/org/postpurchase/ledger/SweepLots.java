package org.postpurchase.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.Upkeep;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.shared.WorkInSets;

/**
 * Lets pending points mature and expired ones go, each at its own time however late the sweep runs.
 * Lots that matured and expired while nothing ran do both. Several nodes may sweep at once and
 * share the work: the accounts that another one has locked are left to it. A lot that fails rests
 * longer each time and is blocked at last.
 */
public final class SweepLots implements Upkeep {
  private static final int BATCH = 200;

  private final LedgerStore store;
  private final PointsLedger ledger;
  private final WorkInSets<LedgerStore.DueLot> lots;
  private volatile WorkFailures failures;

  public SweepLots(LedgerStore store, PointsLedger ledger, Transactions transactions, Clock clock) {
    this.store = store;
    this.ledger = ledger;
    failures = WorkFailures.inMemory(transactions, clock);
    lots =
        WorkInSets.of(
            "points",
            (after, limit) -> store.due(clock.instant(), after, limit),
            lot -> "account " + lot.accountId + " lot " + lot.lotNo,
            this::move,
            all -> transactions.call(() -> move(all)));
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
  public int runDue() {
    return lots.run(failures, BATCH);
  }

  private int move(List<LedgerStore.DueLot> all) {
    Set<Long> free =
        ledger.lockFree(all.stream().map(lot -> lot.accountId).collect(Collectors.toSet()));
    List<Movement> movements = new ArrayList<>();
    for (LedgerStore.DueLot lot : all) {
      if (free.contains(lot.accountId)) {
        movements.add(Movement.mature(lot.accountId, lot.lotNo));
        movements.add(Movement.expire(lot.accountId, lot.lotNo));
      }
    }
    Set<Long> frozen = new TreeSet<>();
    int moved = 0;
    List<PostingResult> results = ledger.postAll(movements);
    for (int i = 0; i < results.size(); i += 2) {
      if (results.get(i).posted || results.get(i + 1).posted) {
        moved++;
      } else if (results.get(i).refusal == Refusal.FROZEN) {
        frozen.add(movements.get(i).accountId);
      }
    }
    frozen.forEach(ledger::setAside);
    return moved;
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
    return failures.next(lots.single(), BATCH, store::nextDueAfter);
  }
}
