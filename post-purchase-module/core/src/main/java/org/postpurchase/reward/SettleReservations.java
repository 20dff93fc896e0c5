package org.postpurchase.reward;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.Reasons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings every reservation to an end whose checkout died: used when the order was placed after all,
 * else given back. Runs on any number of nodes; doing it twice changes nothing more.
 */
public final class SettleReservations implements DueWork {
  private static final Logger LOG = LoggerFactory.getLogger(SettleReservations.class);
  private static final int BATCH = 50;
  private static final long EVERY_NANOS = 60_000_000_000L;

  private final RedeemReward redeem;
  private final OrderReader orders;
  private long ranAtNanos;
  private boolean ran;

  public SettleReservations(RedeemReward redeem, OrderReader orders) {
    this.redeem = redeem;
    this.orders = orders;
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
    List<RewardCode> abandoned = redeem.abandoned(BATCH);
    for (RewardCode code : abandoned) {
      try {
        settle(code);
      } catch (RuntimeException one) { // a bad order never keeps the others waiting
        LOG.warn("reservation not settled order={} reason={}", code.orderId, Reasons.of(one));
      }
    }
    return abandoned.size();
  }

  private void settle(RewardCode code) {
    boolean placed = orders.find(code.orderId).filter(OrderSnapshot::isPlaced).isPresent();
    if (placed) {
      redeem.settle(code.orderId);
    } else {
      redeem.release(code.orderId, code.takenAt);
    }
  }

  /** Upkeep, not something a moment waits for. */
  @Override
  public Optional<Instant> nextDueAt() {
    return Optional.empty();
  }
}
