package org.postpurchase.reward;

import java.time.Clock;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.Upkeep;
import org.postpurchase.shared.WorkFailures;

/**
 * Brings every reservation to an end whose checkout died: used when the order was placed after all,
 * else given back. Runs on any number of nodes; doing it twice changes nothing more. One that fails
 * rests longer each time and is blocked at last.
 */
public final class SettleReservations implements Upkeep {
  private static final int BATCH = 50;
  private static final long EVERY_NANOS = 60_000_000_000L;

  private final RedeemReward redeem;
  private final OrderReader orders;
  private final WorkFailures failures;
  private final WorkFailures.Work<RewardCode> reservations;
  private long ranAtNanos;
  private boolean ran;

  /** Keeps what fails in memory. */
  public SettleReservations(
      RedeemReward redeem, OrderReader orders, Transactions transactions, Clock clock) {
    this(redeem, orders, WorkFailures.inMemory(transactions, clock));
  }

  public SettleReservations(RedeemReward redeem, OrderReader orders, WorkFailures failures) {
    this.redeem = redeem;
    this.orders = orders;
    this.failures = failures;
    reservations =
        WorkFailures.Work.of(
            "reservations",
            redeem::abandoned,
            code -> "order " + code.orderId + " code " + code.code,
            this::settle);
  }

  @Override
  public String name() {
    return "reservations";
  }

  @Override
  public synchronized int runDue() {
    long now = System.nanoTime();
    if (ran && now - ranAtNanos < EVERY_NANOS) {
      return 0;
    }
    ran = true;
    ranAtNanos = now;
    return settle();
  }

  /** The same at once, whenever it last ran. */
  public int settle() {
    return failures.run(reservations, BATCH);
  }

  private boolean settle(RewardCode code) {
    boolean placed = orders.find(code.orderId).filter(OrderSnapshot::isPlaced).isPresent();
    if (placed) {
      redeem.settle(code.orderId);
    } else {
      redeem.release(code.orderId, code.takenAt);
    }
    return true;
  }

  /** Upkeep, not something a moment waits for. */
}
