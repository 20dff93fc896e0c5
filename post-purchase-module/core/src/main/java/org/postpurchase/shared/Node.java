package org.postpurchase.shared;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * Which node of the shop this is, what its clock says, and how nodes agree about who does
 * something. Immutable and safe for concurrent use.
 */
public final class Node {
  /** Tells this node from all others; changes with each start. */
  public final String owner;

  public final Clock clock;
  public final Leases leases;

  /** The shop's zone. */
  public final Supplier<ZoneId> zone;

  public final WorkFailures failures;

  public Node(
      String owner, Clock clock, Leases leases, Supplier<ZoneId> zone, WorkFailures failures) {
    this.owner = requireNonNull(owner, "owner");
    this.clock = requireNonNull(clock, "clock");
    this.leases = requireNonNull(leases, "leases");
    this.zone = requireNonNull(zone, "zone");
    this.failures = requireNonNull(failures, "failures");
  }

  /** Work that one node at a time may do, under a lease of that name. */
  public LeasedWork leased(String name, int seconds) {
    return new LeasedWork(name, failures, leases, owner, seconds);
  }
}
