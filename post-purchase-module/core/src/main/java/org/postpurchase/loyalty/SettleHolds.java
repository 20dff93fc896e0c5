package org.postpurchase.loyalty;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsHold;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.Reasons;
import org.postpurchase.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings every hold to an end whose checkout died: captured when the order was placed after all,
 * else released. Runs on any number of nodes; doing it twice changes nothing more.
 */
public final class SettleHolds implements DueWork {
  private static final Logger LOG = LoggerFactory.getLogger(SettleHolds.class);
  private static final int BATCH = 100;

  private final LedgerViews views;
  private final PointsLedger ledger;
  private final OrderReader orders;
  private final Transactions transactions;
  private final Clock clock;

  public SettleHolds(
      LedgerViews views,
      PointsLedger ledger,
      OrderReader orders,
      Transactions transactions,
      Clock clock) {
    this.views = views;
    this.ledger = ledger;
    this.orders = orders;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "holds";
  }

  @Override
  public int runDue() {
    List<PointsHold> waiting =
        transactions.call(() -> views.holdsToAskAbout(clock.instant(), BATCH));
    int settled = 0;
    for (PointsHold hold : waiting) {
      try {
        settled += settle(hold) ? 1 : 0;
      } catch (RuntimeException e) { // one bad order never keeps the others waiting
        LOG.warn("hold not settled order={} reason={}", hold.orderId, Reasons.of(e));
      }
    }
    return settled;
  }

  private boolean settle(PointsHold hold) {
    boolean placed = orders.find(hold.orderId).filter(OrderSnapshot::isPlaced).isPresent();
    return placed
        ? ledger.capture(hold.programme, hold.holdKey).posted
        : ledger.release(hold.programme, hold.holdKey).posted;
  }

  /** Upkeep, not something a moment waits for. */
  @Override
  public Optional<Instant> nextDueAt() {
    return Optional.empty();
  }
}
