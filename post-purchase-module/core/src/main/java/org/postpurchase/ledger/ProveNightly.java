package org.postpurchase.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.Leases;

/**
 * Proves all accounts once a day, on one node, and soon after a start that comes later than that. A
 * proof that failed is tried again after an hour.
 */
public final class ProveNightly implements DueWork {
  private static final String LEASE = "ledger-proof";
  private static final Duration REST = Duration.ofHours(1);

  private final LedgerProof proof;
  private final Leases leases;
  private final String node;
  private final Clock clock;
  private final LocalTime at;
  private final ZoneId zone;
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
    if (!leases.hold(LEASE, node, (int) REST.getSeconds()) || isDone(due)) {
      return 0;
    }
    proof.run(ProofScope.ALL, null);
    restUntil = next(due);
    return 1;
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
  @Override
  public Optional<Instant> nextDueAt() {
    return Optional.empty();
  }
}
