package org.postpurchase.recommend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.function.Supplier;
import org.postpurchase.shared.HeldLease;
import org.postpurchase.shared.Leases;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.Upkeep;
import org.postpurchase.shared.WorkFailures;

/**
 * Builds recommendations once a night on one node, and soon after they were switched on. A build
 * that is cut off leaves the last one as it was.
 */
public final class BuildRecommendations implements Upkeep {
  /** What is looked at: two years show what sells, the season included. */
  static final Duration PAST = Duration.ofDays(730);

  private static final String LEASE = "recommendations";
  private static final int LEASE_SECONDS = 120;
  private static final Duration REST = Duration.ofMinutes(5);

  private final RecommendStore store;
  private final RecommendStore.PurchasedLines lines;
  private final Recommend readers;
  private final Transactions transactions;
  private final WorkFailures failures;
  private final Night night;
  private Instant restUntil = Instant.MIN;

  /** When and where it runs. */
  public static final class Night {
    final Leases leases;
    final String node;
    final Clock clock;
    final LocalTime at;
    final Supplier<ZoneId> zone;

    public Night(Leases leases, String node, Clock clock, LocalTime at, Supplier<ZoneId> zone) {
      this.leases = leases;
      this.node = node;
      this.clock = clock;
      this.at = at;
      this.zone = zone;
    }
  }

  public BuildRecommendations(
      RecommendStore store,
      RecommendStore.PurchasedLines lines,
      Recommend readers,
      Transactions transactions,
      WorkFailures failures,
      Night night) {
    this.store = store;
    this.lines = lines;
    this.readers = readers;
    this.transactions = transactions;
    this.failures = failures;
    this.night = night;
  }

  @Override
  public String name() {
    return "recommendations";
  }

  @Override
  public synchronized int runDue() {
    Instant now = night.clock.instant();
    if (now.isBefore(restUntil)) {
      return 0;
    }
    restUntil = now.plus(REST);
    Instant due = lastTime(now);
    return failures.run(
        WorkFailures.Work.of(
            LEASE,
            limit -> isDone(due) ? Collections.emptyList() : Collections.singletonList(due),
            at -> "recommendations",
            this::build),
        1);
  }

  private boolean build(Instant due) {
    return HeldLease.during(
            night.leases,
            LEASE,
            night.node,
            LEASE_SECONDS,
            () -> {
              if (isDone(due)) {
                return false;
              }
              now();
              return true;
            })
        .orElse(false);
  }

  /** Builds at once, whatever was built before; for a button. */
  public RecommendState now() {
    Instant now = night.clock.instant();
    RecommendState built = transactions.call(() -> store.build(lines, now.minus(PAST), now));
    readers.forget();
    return built;
  }

  private boolean isDone(Instant due) {
    RecommendState state = transactions.call(store::state);
    return !state.active || (state.builtAt != null && !state.builtAt.isBefore(due));
  }

  private Instant lastTime(Instant now) {
    ZoneId zone = night.zone.get();
    ZonedDateTime today = now.atZone(zone).toLocalDate().atTime(night.at).atZone(zone);
    return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
  }

  /** Upkeep, not something a moment waits for. */
}
