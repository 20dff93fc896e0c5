package org.postpurchase.series;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Puts off a step that something speaks against for the moment. */
final class LookAgain {
  /** How long before a message would be too late it is looked at once more. */
  private static final Duration LAST = Duration.ofMinutes(30);

  private LookAgain() {}

  /**
   * Looks again at that moment. When the message would be too late by then, it is looked at half an
   * hour before it is too late, so that what is settled in time is still sent: a worker that looks
   * at the very end always comes a little later. It is given up only when its time is over.
   */
  static StepVerdict at(
      Candidate c, ReasonCode reason, Instant now, Instant moment, String detail) {
    Instant look = moment;
    Optional<Instant> end = Restraint.lastMoment(c);
    if (end.isPresent() && moment.isAfter(end.get())) {
      Instant last = end.get().minus(LAST);
      look = last.isAfter(now) ? last : end.get();
    }
    return look.isAfter(now)
        ? StepVerdict.defer(reason, look, detail)
        : StepVerdict.skip(reason, detail);
  }
}
