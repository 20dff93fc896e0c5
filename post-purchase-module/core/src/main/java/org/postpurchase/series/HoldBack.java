package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.postpurchase.holdout.Arm;
import org.postpurchase.holdout.Holdout;
import org.postpurchase.holdout.Holdouts;

/**
 * Holds the advertising of a series back from some people, so that it can be measured what it
 * brings. It is the last to be asked: whoever is noted in either group would have been written to.
 */
final class HoldBack {
  static final HoldBack NOBODY = new HoldBack(Holdouts.NONE);

  private final Holdouts holdouts;

  HoldBack(Holdouts holdouts) {
    this.holdouts = requireNonNull(holdouts, "holdouts");
  }

  /** Messages that belong to an order, and people who entered before it began, are let through. */
  StepVerdict judge(StepVerdict verdict, Candidate c, RunBook book, Instant now) {
    if (verdict.verdict != Verdict.SEND || !c.step.isMarketing() || c.step.isBranch()) {
      return verdict;
    }
    Optional<Holdout.Place> place =
        holdouts.place(c.version.seriesId, c.enrollment.contact, c.enrollment.enteredAt, now);
    place.ifPresent(book::note);
    return place.filter(p -> p.arm == Arm.HELD_BACK).isPresent()
        ? StepVerdict.skip(ReasonCode.HELD_BACK, "")
        : verdict;
  }
}
