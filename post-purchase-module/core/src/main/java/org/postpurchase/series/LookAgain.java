package org.postpurchase.series;

import java.time.Duration;
import java.time.Instant;

/** Puts off a step that waits for something to be settled. */
final class LookAgain {
  /** How long before a message would be too late it is looked at for the last time. */
  private static final Duration LAST = Duration.ofMinutes(30);

  private LookAgain() {}

  /**
   * Looks again at that moment, or shortly before it is too late if that comes first; so what is
   * settled in time is still sent. After that look the step is given up.
   */
  static StepVerdict at(Candidate c, ReasonCode reason, Instant now, Instant moment) {
    if (!CheckCandidate.isStale(c, moment)) {
      return StepVerdict.defer(reason, moment);
    }
    Instant last = Restraint.lastMoment(c).orElse(moment).minus(LAST);
    return last.isAfter(now) ? StepVerdict.defer(reason, last) : StepVerdict.skip(reason, "");
  }
}
