package org.postpurchase.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import org.postpurchase.shared.HeldLease;
import org.postpurchase.shared.Leases;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.Upkeep;
import org.postpurchase.shared.WorkFailures;
import org.slf4j.LoggerFactory;

/**
 * Counts each product's reviews anew once a day, on one node at a time, and puts right what
 * differs: counts change with each review, so a difference means that somebody changed rows by
 * hand, and is in the log. A node counts again after a start; that costs time and changes nothing.
 */
public final class ProveCounts implements Upkeep {
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(ProveCounts.class));
  private static final String LEASE = "review-counts";
  private static final int LEASE_SECONDS = 120;
  private static final int PAGE = 200;
  private static final Duration REST = Duration.ofMinutes(10);

  private final ReviewStore store;
  private final Transactions transactions;
  private final WorkFailures failures;
  private final Night night;
  private Instant doneFor = Instant.MIN;
  private Instant restUntil = Instant.MIN;

  /** When and where it runs. */
  public static final class Night {
    final Leases leases;
    final String node;
    final Clock clock;
    final LocalTime at;
    final ZoneId zone;

    public Night(Leases leases, String node, Clock clock, LocalTime at, ZoneId zone) {
      this.leases = leases;
      this.node = node;
      this.clock = clock;
      this.at = at;
      this.zone = zone;
    }
  }

  public ProveCounts(
      ReviewStore store, Transactions transactions, WorkFailures failures, Night night) {
    this.store = store;
    this.transactions = transactions;
    this.failures = failures;
    this.night = night;
  }

  @Override
  public String name() {
    return "review-counts";
  }

  @Override
  public synchronized int runDue() {
    Instant now = night.clock.instant();
    Instant due = lastTime(now);
    if (now.isBefore(restUntil) || !due.isAfter(doneFor)) {
      return 0;
    }
    restUntil = now.plus(REST);
    return failures.run(
        WorkFailures.Work.of(
            LEASE,
            limit ->
                due.isAfter(doneFor)
                    ? Collections.singletonList(due)
                    : Collections.<Instant>emptyList(),
            at -> "all products",
            this::count),
        1);
  }

  private boolean count(Instant due) {
    return HeldLease.during(night.leases, LEASE, night.node, LEASE_SECONDS, () -> countAll(due))
        .orElse(false);
  }

  private boolean countAll(Instant due) {
    run();
    transactions.run(() -> store.hostAllDue(night.clock.instant())); // the host may have counted
    doneFor = due;
    return true;
  }

  /** Counts all products now, and returns how many were put right. */
  public int run() {
    int mended = 0;
    long after = Long.MIN_VALUE;
    List<Long> page = products(after);
    while (!page.isEmpty()) {
      for (long product : page) {
        mended += prove(product) ? 1 : 0;
      }
      after = page.get(page.size() - 1);
      page = products(after);
    }
    return mended;
  }

  private List<Long> products(long after) {
    return transactions.call(() -> store.products(after, PAGE));
  }

  private boolean prove(long product) {
    return transactions.call(
        () -> {
          store.lockSummary(product, night.clock.instant());
          ReviewSummary right = store.recount(product);
          ReviewSummary difference = right.minus(store.summary(product));
          if (difference.isNothing()) {
            return false;
          }
          store.addToSummary(product, difference, night.clock.instant());
          TROUBLE.warn(
              "counts",
              "the counted reviews of product " + product + " were wrong and are now: " + right);
          return true;
        });
  }

  private Instant lastTime(Instant now) {
    ZonedDateTime today = now.atZone(night.zone).toLocalDate().atTime(night.at).atZone(night.zone);
    return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
  }

  /** Upkeep, not something a moment waits for. */
}
