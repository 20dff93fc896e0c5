package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** How and when one run ends. Immutable. */
public final class RunEnd {
  public final long runId;
  public final EnrollmentState state;

  /** Null for a run that is complete. */
  public final ReasonCode reason;

  public final Instant at;

  RunEnd(long runId, EnrollmentState state, ReasonCode reason, Instant at) {
    this.runId = runId;
    this.state = requireNonNull(state, "state");
    this.reason = reason;
    this.at = requireNonNull(at, "at");
  }
}
