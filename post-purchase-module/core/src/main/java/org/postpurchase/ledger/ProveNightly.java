package org.postpurchase.ledger;

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
 * Proves all accounts once a day, on one node, and soon after a start that comes later than that.
 *
 * <p>The node holds a short lease, prolonged while it proves and given back at the end, also when
 * it is stopped; of a node that died it runs out within two minutes. A proof that fails is tried
 * again with exponential back-off and is blocked at last.
 */
public final class ProveNightly implements Upkeep {
  private static final String LEASE = "ledger-proof";
  private static final int LEASE_SECONDS = 120;

  /** How long a node leaves it to another that holds the lease. */
  private static final Duration REST = Duration.ofMinutes(1);

  private static final Transactions NO_TRANSACTIONS =
      new Transactions() {
        @Override
        public <T> T call(Supplier<T> work) {
          return work.get();
        }
      };

  private final LedgerProof proof;
  private final Leases leases;
  private final String node;
  private final Clock clock;
  private final LocalTime at;
  private final ZoneId zone;
  private volatile WorkFailures failures;
  private Instant restUntil = Instant.MIN;

  /**
   * @param node tells this node from the others
   * @param at time of day in the shop's zone
   */
  public ProveNightly(
      LedgerProof proof, Leases leases, String node, Clock clock, LocalTime at, ZoneId zone) {
    this.proof = proof;
    this.leases = leases;
    this.node = node;
    this.clock = clock;
    this.at = at;
    this.zone = zone;
    failures = WorkFailures.inMemory(NO_TRANSACTIONS, clock);
  }

  /** Keeps what fails there. */
  public ProveNightly keeping(WorkFailures kept) {
    failures = kept;
    return this;
  }

  @Override
  public String name() {
    return "ledger-proof";
  }

  @Override
  public synchronized int runDue() {
    Instant now = clock.instant();
    if (now.isBefore(restUntil)) {
      return 0;
    }
    Instant due = lastTime(now);
    if (isDone(due)) {
      restUntil = next(due);
      return 0;
    }
    restUntil = now.plus(REST);
    WorkFailures.Work<Instant> night =
        WorkFailures.Work.of(
            LEASE,
            limit -> isDone(due) ? Collections.emptyList() : Collections.singletonList(due),
            at -> "all accounts",
            this::prove);
    int done = failures.run(night, 1);
    if (done > 0) {
      restUntil = next(due);
    }
    return done;
  }

  private boolean prove(Instant due) {
    return HeldLease.during(leases, LEASE, node, LEASE_SECONDS, () -> proveUnlessDone(due))
        .orElse(false);
  }

  private boolean proveUnlessDone(Instant due) {
    if (isDone(due)) {
      return false;
    }
    proof.run(ProofScope.ALL, null);
    return true;
  }

  private boolean isDone(Instant due) {
    return proof.lastStart(ProofScope.ALL).map(last -> !last.isBefore(due)).orElse(false);
  }

  private Instant lastTime(Instant now) {
    ZonedDateTime today = now.atZone(zone).toLocalDate().atTime(at).atZone(zone);
    return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
  }

  private Instant next(Instant due) {
    return due.atZone(zone).plusDays(1).toInstant();
  }

  /** Upkeep, not something a moment waits for. */
}
