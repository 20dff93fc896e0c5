package org.postpurchase.admin.simulation;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.loyalty.SimulateRules;
import org.postpurchase.shared.PostPurchaseException;

/**
 * One trying of a rule in the background. Written by the thread that works it out, read by requests
 * of the person who began it.
 */
final class SimulationRun implements SimulateRules.Progress {
  final long id;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile int orders;
  private volatile Instant back;
  private volatile int percent;
  private volatile TryRule.Tried tried;
  private volatile RuntimeException failure;

  SimulationRun(long id) {
    this.id = id;
  }

  @Override
  public void reached(int reachedOrders, Instant reachedBack, int reachedPercent) {
    orders = reachedOrders;
    back = reachedBack;
    percent = reachedPercent;
  }

  void ended(TryRule.Tried outcome) {
    tried = outcome;
    over.countDown();
  }

  void failed(RuntimeException cause) {
    failure = cause;
    over.countDown();
  }

  boolean isOver() {
    return over.getCount() == 0;
  }

  /** Whether it is over within that time. */
  boolean isOverWithin(Duration time) {
    try {
      return over.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Empty until it is over.
   *
   * @throws PostPurchaseException what stopped it
   */
  Optional<TryRule.Tried> outcome() {
    if (failure != null) {
      throw failure;
    }
    return Optional.ofNullable(tried);
  }

  ProgressView view(ZoneId zone, Locale locale) {
    return new ProgressView(
        percent,
        NumberFormat.getIntegerInstance(locale).format(orders),
        new Moments(zone, locale).of(back));
  }

  /** Plain values for the page. */
  public static final class ProgressView {
    public final int percent;
    public final String orders;
    public final String back;

    ProgressView(int percent, String orders, String back) {
      this.percent = percent;
      this.orders = orders;
      this.back = back;
    }
  }
}
