package org.postpurchase.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A finished proof as it is on record. Immutable. */
public final class ProofResult {
  public final ProofScope scope;
  public final Instant startedAt;
  public final Instant finishedAt;
  public final long accounts;
  public final long entries;
  public final int mismatchCount;

  /** Admin user who asked for it; empty for the shop itself. */
  public final String actor;

  /** The first ones. */
  public final List<Mismatch> mismatches;

  public ProofResult(
      ProofScope scope,
      Instant startedAt,
      Instant finishedAt,
      long[] counts,
      String actor,
      List<Mismatch> mismatches) {
    this.scope = scope;
    this.startedAt = startedAt;
    this.finishedAt = finishedAt;
    this.accounts = counts[0];
    this.entries = counts[1];
    this.mismatchCount = (int) counts[2];
    this.actor = actor;
    this.mismatches = Collections.unmodifiableList(new ArrayList<>(mismatches));
  }
}
