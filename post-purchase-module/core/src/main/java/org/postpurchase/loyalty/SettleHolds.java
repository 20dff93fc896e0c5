package org.postpurchase.loyalty;

import java.time.Clock;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsHold;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.Upkeep;
import org.postpurchase.shared.WorkFailures;

/**
 * Brings every hold to an end whose checkout died: captured when the order was placed after all,
 * else released. Runs on any number of nodes; doing it twice changes nothing more. A hold that
 * fails rests longer each time and is blocked at last.
 */
public final class SettleHolds implements Upkeep {
  private static final int BATCH = 100;

  private final PointsLedger ledger;
  private final OrderReader orders;
  private final WorkFailures.Work<PointsHold> holds;
  private volatile WorkFailures failures;

  public SettleHolds(
      LedgerViews views,
      PointsLedger ledger,
      OrderReader orders,
      Transactions transactions,
      Clock clock) {
    this.ledger = ledger;
    this.orders = orders;
    failures = WorkFailures.inMemory(transactions, clock);
    holds =
        WorkFailures.Work.of(
            "holds",
            limit -> views.holdsToAskAbout(clock.instant(), limit),
            hold -> "order " + hold.orderId + " hold " + hold.holdKey,
            this::settle);
  }

  /** Keeps what fails there. */
  public void keeping(WorkFailures kept) {
    failures = kept;
  }

  @Override
  public String name() {
    return "holds";
  }

  @Override
  public int runDue() {
    return failures.run(holds, BATCH);
  }

  private boolean settle(PointsHold hold) {
    boolean placed = orders.find(hold.orderId).filter(OrderSnapshot::isPlaced).isPresent();
    return placed
        ? ledger.capture(hold.programme, hold.holdKey).posted
        : ledger.release(hold.programme, hold.holdKey).posted;
  }

  /** Upkeep, not something a moment waits for. */
}
