package org.postpurchase.series;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.postpurchase.order.OrderState;
import org.postpurchase.outbox.UnsettledOrder;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.ErasedMailbox;
import org.postpurchase.shared.InvalidEmailAddressException;
import org.postpurchase.shared.Shop;

/** Comes to a verdict about a step that is due. Reads only. */
final class DecideStep {
  private static final Duration WHILE_PAUSED = Duration.ofHours(1);

  private final Supplier<Shop> shop;
  private final Reach reach;

  DecideStep(Supplier<Shop> shop, Reach reach) {
    this.shop = shop;
    this.reach = reach;
  }

  StepVerdict of(Candidate c, CandidateFacts facts, Instant now) {
    Optional<StepVerdict> objection = CheckCandidate.objection(c, facts, now);
    if (objection.isPresent()) {
      return objection.get();
    }
    if (c.order.map(o -> o.state == OrderState.OPEN).orElse(false)) {
      return unsettled(c, now);
    }
    if (!c.step.isBranch() && CheckCandidate.isStale(c, now)) {
      return StepVerdict.skip(Restraint.heldBack(c).orElse(ReasonCode.STALE), "");
    }
    if (c.series.map(s -> s.status == SeriesStatus.PAUSED).orElse(false)) {
      return put(c, ReasonCode.SERIES_PAUSED, now.plus(WHILE_PAUSED));
    }
    if (c.step.isBranch()) {
      boolean holds = CheckCandidate.holds(c, facts, now);
      return StepVerdict.choose(holds ? ReasonCode.BRANCH_YES : ReasonCode.BRANCH_NO);
    }
    if (!reach.knows(c.step)) {
      return StepVerdict.park(
          ReasonCode.PARKED,
          "The shop has no channel '"
              + c.step.channel
              + "' any more. Install it again, or choose another one and save the series.");
    }
    if (!reach.of(c).isPresent()) {
      return StepVerdict.skip(ReasonCode.NO_USABLE_ADDRESS, "");
    }
    Instant open = c.step.window().map(window -> window.nextOpen(now, shop.get().zone)).orElse(now);
    if (open.isAfter(now)) {
      return put(c, ReasonCode.OUTSIDE_SEND_WINDOW, open);
    }
    return hasWording(c)
        ? StepVerdict.SEND
        : StepVerdict.park(
            ReasonCode.PARKED,
            "The series was published without a text for the template '"
                + c.step.templateKey
                + "'. Switch a language of it on and save the series.");
  }

  /** Its order is a cart again: what a mail would show is not what was bought. */
  private static StepVerdict unsettled(Candidate c, Instant now) {
    Instant since = c.execution.plannedAt == null ? now : c.execution.plannedAt;
    return now.isBefore(since.plus(UnsettledOrder.WAITED_FOR))
        ? put(c, ReasonCode.ORDER_NOT_SUBMITTED, now.plus(UnsettledOrder.rest(since, now)))
        : StepVerdict.skip(ReasonCode.ORDER_NOT_SUBMITTED, "");
  }

  /** Put off, unless it would be too late by then. */
  private static StepVerdict put(Candidate c, ReasonCode reason, Instant until) {
    return CheckCandidate.isStale(c, until)
        ? StepVerdict.skip(ReasonCode.STALE, "")
        : StepVerdict.defer(reason, until);
  }

  private boolean hasWording(Candidate c) {
    return c.version.wording(c.step.templateKey, c.locale(), shop.get().locale).isPresent();
  }

  static boolean isUsable(String email) {
    try {
      return !ErasedMailbox.isPseudonym(EmailAddress.of(email).key());
    } catch (InvalidEmailAddressException e) {
      return false;
    }
  }
}
