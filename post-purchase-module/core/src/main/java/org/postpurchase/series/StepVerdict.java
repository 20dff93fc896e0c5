package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What was decided about one step, and why. */
final class StepVerdict {
  static final StepVerdict SEND = new StepVerdict(Verdict.SEND, ReasonCode.DUE, "", null, false);

  final Verdict verdict;
  final ReasonCode reason;
  final String detail;

  /** Whether it says nothing about the step: somebody else works on the same person. */
  final boolean quiet;

  /** Only for DEFER. */
  final Instant until;

  /** Whether the step waits for a person; only with SKIP. */
  final boolean parked;

  private StepVerdict(
      Verdict verdict, ReasonCode reason, String detail, Instant until, boolean parked) {
    this(verdict, reason, detail, until, parked, false);
  }

  private StepVerdict(
      Verdict verdict,
      ReasonCode reason,
      String detail,
      Instant until,
      boolean parked,
      boolean quiet) {
    this.quiet = quiet;
    this.verdict = requireNonNull(verdict, "verdict");
    this.reason = requireNonNull(reason, "reason");
    this.detail = requireNonNull(detail, "detail");
    this.until = until;
    this.parked = parked;
  }

  static StepVerdict skip(ReasonCode reason, String detail) {
    return new StepVerdict(Verdict.SKIP, reason, detail, null, false);
  }

  /** A branch goes on the way that the reason names. */
  static StepVerdict choose(ReasonCode way) {
    return new StepVerdict(Verdict.SKIP, way, "", null, false);
  }

  /** Whether a branch has chosen; it sends nothing either way. */
  boolean isChoice() {
    return reason == ReasonCode.BRANCH_YES || reason == ReasonCode.BRANCH_NO;
  }

  static StepVerdict exit(ReasonCode reason) {
    return new StepVerdict(Verdict.EXIT, reason, "", null, false);
  }

  static StepVerdict defer(ReasonCode reason, Instant until) {
    return new StepVerdict(Verdict.DEFER, reason, "", until, false);
  }

  static StepVerdict defer(ReasonCode reason, Instant until, String detail) {
    return new StepVerdict(Verdict.DEFER, reason, detail, until, false);
  }

  /** Looked at again soon, without a trace. */
  static StepVerdict again(Instant until) {
    return new StepVerdict(Verdict.DEFER, ReasonCode.DUE, "", until, false, true);
  }

  static StepVerdict park(ReasonCode reason, String detail) {
    return new StepVerdict(Verdict.SKIP, reason, detail, null, true);
  }
}
