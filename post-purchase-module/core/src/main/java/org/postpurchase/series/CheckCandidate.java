package org.postpurchase.series;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.ask.AskObjection;
import org.postpurchase.consent.ContactPermission;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.reward.RewardCode;
import org.postpurchase.reward.RewardState;
import org.postpurchase.shared.EmailAddress;

/**
 * The rules that can make a message wrong, in the order in which they are asked. Used when a step
 * is due and once more when its message is about to leave. Reads only.
 */
final class CheckCandidate {
  /** How soon it is looked whether the case is closed. */
  private static final Duration IN_SERVICE = Duration.ofHours(12);

  /** How soon it is looked whether the parcel is back, or the buyer keeps it. */
  private static final Duration WITHDRAWAL = Duration.ofDays(1);

  /** The first thing that speaks against the step, or empty. */
  static Optional<StepVerdict> objection(Candidate c, CandidateFacts facts, Instant now) {
    boolean over =
        c.enrollment.state == EnrollmentState.EXITED
            && (c.step.isMarketing() || !EndRun.isAboutAdvertising(c.enrollment.reason));
    if (over) {
      return Optional.of(StepVerdict.exit(c.enrollment.reason));
    }
    if (!c.series.isPresent() || c.series.get().status == SeriesStatus.DRAFT) {
      return Optional.of(StepVerdict.exit(ReasonCode.SERIES_SWITCHED_OFF));
    }
    if (c.step.off) { // what ends the run ends it all the same
      Optional<StepVerdict> end = c.order.flatMap(order -> exit(c, facts, order));
      return end.isPresent() ? end : Optional.of(StepVerdict.skip(ReasonCode.STEP_OFF, ""));
    }
    if (c.isAboutMember()) {
      return c.step.isBranch()
          ? member(c, facts, now)
          : first(
              () -> member(c, facts, now),
              () -> permission(c, facts),
              () -> service(c, facts, now),
              () -> condition(c, facts, now),
              () -> segment(c, facts));
    }
    if (!c.order.isPresent()) {
      return Optional.of(
          StepVerdict.park(
              ReasonCode.ORDER_GONE,
              "Order " + c.enrollment.orderId + " no longer exists in the shop."));
    }
    if (c.step.isBranch()) {
      return exit(c, facts, c.order.get());
    }
    return first(
        () -> exit(c, facts, c.order.get()),
        () -> parcel(c),
        () -> permission(c, facts),
        () -> service(c, facts, now),
        () -> withdrawal(c, now),
        () -> condition(c, facts, now),
        () -> filter(c, facts),
        () -> segment(c, facts),
        () -> products(c, c.order.get()));
  }

  /** Whether what a branch asks holds. */
  static boolean holds(Candidate c, CandidateFacts facts, Instant now) {
    return !first(() -> condition(c, facts, now), () -> filter(c, facts), () -> segment(c, facts))
        .isPresent();
  }

  private static Optional<StepVerdict> filter(Candidate c, CandidateFacts facts) {
    return c.order
        .flatMap(order -> c.step.filter.objection(order, facts::numberOf))
        .map(reason -> StepVerdict.skip(reason, ""));
  }

  private static Optional<StepVerdict> segment(Candidate c, CandidateFacts facts) {
    return c.step.segment.isEmpty() || facts.isInSegment(c)
        ? Optional.empty()
        : Optional.of(StepVerdict.skip(ReasonCode.NOT_IN_SEGMENT, c.step.segment));
  }

  /** Whether the step's time is over at that moment. */
  static boolean isStale(Candidate c, Instant moment) {
    boolean dayHasCome =
        c.moment.flatMap(m -> m.day).map(day -> !moment.isBefore(day)).orElse(false);
    return dayHasCome
        || (c.step.validHours > 0
            && c.execution.plannedAt != null
            && moment.isAfter(c.execution.plannedAt.plus(Duration.ofHours(c.step.validHours))));
  }

  private static Optional<StepVerdict> member(Candidate c, CandidateFacts facts, Instant now) {
    if (!c.member.isPresent() || !c.moment.isPresent()) {
      return Optional.of(StepVerdict.skip(ReasonCode.MEMBER_GONE, ""));
    }
    Moment moment = c.moment.get();
    PersonTrigger trigger = facts.trigger(moment).orElse(null);
    if (trigger == null) {
      return Optional.of(StepVerdict.skip(ReasonCode.TRIGGER_UNKNOWN, moment.trigger));
    }
    return facts.isStillTrue(trigger, c, now)
        ? Optional.empty()
        : Optional.of(StepVerdict.skip(ReasonCode.valueOf(trigger.reasonWhenOver()), ""));
  }

  private static Optional<StepVerdict> exit(
      Candidate c, CandidateFacts facts, OrderSnapshot order) {
    if (order.state == OrderState.CANCELLED && c.exitsOn(ExitRule.ORDER_CANCELLED)) {
      return Optional.of(StepVerdict.exit(ReasonCode.ORDER_CANCELLED));
    }
    if (c.progress.isNothingKept() && c.exitsOn(ExitRule.ALL_RETURNED)) {
      return Optional.of(StepVerdict.exit(ReasonCode.ALL_RETURNED));
    }
    boolean again =
        c.step.isMarketing() && c.exitsOn(ExitRule.ORDERED_AGAIN) && facts.hasLater(order);
    if (!again) {
      return Optional.empty();
    }
    boolean withCode =
        facts.newestCode(c).map(code -> code.state == RewardState.USED).orElse(false);
    return Optional.of(
        StepVerdict.exit(withCode ? ReasonCode.REWARD_USED : ReasonCode.ORDERED_AGAIN));
  }

  /** What is about a parcel makes no sense for an order without one. */
  private static Optional<StepVerdict> parcel(Candidate c) {
    return c.step.anchor == Anchor.SHIPPED && c.progress.isNothingShipped()
        ? Optional.of(StepVerdict.skip(ReasonCode.NOTHING_SHIPPED, ""))
        : Optional.empty();
  }

  private static Optional<StepVerdict> permission(Candidate c, CandidateFacts facts) {
    if (!c.step.isMarketing()) {
      return facts
          .standing(c, c.enrollment.contact)
          .silence
          .map(why -> StepVerdict.skip(ReasonCode.OPTED_OUT, why));
    }
    ContactPermission permission = stricter(c, facts);
    if (permission == ContactPermission.OPTED_OUT) {
      return Optional.of(
          c.exitsOn(ExitRule.OPTED_OUT)
              ? StepVerdict.exit(ReasonCode.OPTED_OUT)
              : StepVerdict.skip(ReasonCode.OPTED_OUT, ""));
    }
    return permission == ContactPermission.NO_CONSENT
        ? Optional.of(StepVerdict.skip(ReasonCode.NO_CONSENT, ""))
        : Optional.empty();
  }

  /** Whether it would be out of place while something is not settled. */
  static boolean restsInService(Candidate c) {
    return c.step.isMarketing() || c.step.condition == ConditionType.REVIEW_OPEN;
  }

  private static Optional<StepVerdict> service(Candidate c, CandidateFacts facts, Instant now) {
    if (!restsInService(c) || !facts.isInService(c)) {
      return Optional.empty();
    }
    return Optional.of(LookAgain.at(c, ReasonCode.IN_SERVICE, now, now.plus(IN_SERVICE), ""));
  }

  /** Nobody is told how to use, or asked about, what is on its way back. */
  private static Optional<StepVerdict> withdrawal(Candidate c, Instant now) {
    boolean aboutGoods = c.step.aboutProducts || c.step.condition == ConditionType.REVIEW_OPEN;
    Instant held = c.progress.heldUntil().filter(until -> until.isAfter(now)).orElse(null);
    if (!aboutGoods || held == null) {
      return Optional.empty();
    }
    Instant look = now.plus(WITHDRAWAL);
    Instant next = held.isBefore(look) ? held : look;
    return Optional.of(LookAgain.at(c, ReasonCode.WITHDRAWAL_DECLARED, now, next, ""));
  }

  /** Of the address that entered and the one that the order has now, the stricter answer. */
  private static ContactPermission stricter(Candidate c, CandidateFacts facts) {
    String contact = c.enrollment.contact;
    ContactPermission entered = facts.standing(c, contact).permission;
    String now = EmailAddress.stored(c.email()).key();
    return entered != ContactPermission.ALLOWED || now.equals(contact)
        ? entered
        : facts.standing(c, now).permission;
  }

  private static Optional<StepVerdict> condition(Candidate c, CandidateFacts facts, Instant now) {
    boolean happened = c.step.waiting.hasHappened(c.execution.plannedAt, c.enrollment.enteredAt);
    if (c.step.awaits() && c.step.waiting.goal && !happened) {
      return Optional.of(StepVerdict.skip(ReasonCode.NOT_HAPPENED, ""));
    }
    switch (c.step.condition) {
      case HAPPENED:
        return happened
            ? Optional.empty()
            : Optional.of(StepVerdict.skip(ReasonCode.NOT_HAPPENED, ""));
      case NOT_HAPPENED:
        return unless(!happened, c);
      case CODE_USED:
        return unless(isUsed(facts.newestCode(c, c.step.conditionStep)), c);
      case BRANCH_YES:
      case BRANCH_NO:
        return facts.choiceOf(c, c.step.conditionStep).equals(Optional.of(c.step.condition.name()))
            ? Optional.empty()
            : Optional.of(StepVerdict.skip(ReasonCode.BRANCH_NOT_TAKEN, c.step.conditionStep));
      case REWARD_UNUSED:
        return unused(facts.newestCode(c, c.step.conditionStep), c, now);
      case STEP_SENT:
      case STEP_NOT_SENT:
        return unless(facts.wasSent(c) == (c.step.condition == ConditionType.STEP_SENT), c);
      case CLICKED:
        return unless(facts.wasClicked(c), c);
      case NOT_CLICKED:
        return unless(facts.wasSent(c) && !facts.wasClicked(c), c);
      case REVIEW_OPEN:
        return request(c, facts, now);
      default:
        return Optional.empty();
    }
  }

  /** Where the law takes a request for advertising, it needs consent whatever the step says. */
  private static Optional<StepVerdict> request(Candidate c, CandidateFacts facts, Instant now) {
    if (!c.order.isPresent()) {
      return Optional.empty();
    }
    boolean advertises = !c.step.isMarketing() && facts.asks.isMarketing(c, now);
    if (advertises && stricter(c, facts) != ContactPermission.ALLOWED) {
      return Optional.of(StepVerdict.skip(ReasonCode.NO_CONSENT, ""));
    }
    return facts.asks.objection(c, now).map(objection -> putOff(objection, c, now));
  }

  private static StepVerdict putOff(AskObjection objection, Candidate c, Instant now) {
    ReasonCode reason = ReasonCode.valueOf(objection.reason.name());
    return objection
        .until
        .map(until -> LookAgain.at(c, reason, now, until, objection.detail))
        .orElseGet(() -> StepVerdict.skip(reason, objection.detail));
  }

  private static boolean isUsed(Optional<RewardCode> code) {
    return code.map(given -> given.state == RewardState.USED).orElse(false);
  }

  private static Optional<StepVerdict> unused(Optional<RewardCode> code, Candidate c, Instant now) {
    if (!code.isPresent()) {
      return unless(false, c);
    }
    RewardState state = code.get().state;
    if (state == RewardState.USED || state == RewardState.RESERVED) {
      return Optional.of(StepVerdict.skip(ReasonCode.REWARD_USED, code.get().code));
    }
    return state == RewardState.REVOKED || code.get().isExpired(now)
        ? Optional.of(StepVerdict.skip(ReasonCode.REWARD_EXPIRED, code.get().code))
        : Optional.empty();
  }

  private static Optional<StepVerdict> unless(boolean holds, Candidate c) {
    return holds
        ? Optional.empty()
        : Optional.of(StepVerdict.skip(ReasonCode.CONDITION_NOT_MET, c.step.conditionStep));
  }

  private static Optional<StepVerdict> products(Candidate c, OrderSnapshot order) {
    if (!c.step.aboutProducts || !SeriesModel.products(order, c.progress).isEmpty()) {
      return Optional.empty();
    }
    String names = order.lines.stream().map(line -> line.name).collect(Collectors.joining(", "));
    return Optional.of(StepVerdict.skip(ReasonCode.NO_PRODUCT_LEFT, names));
  }

  private CheckCandidate() {}

  @SafeVarargs
  private static Optional<StepVerdict> first(Supplier<Optional<StepVerdict>>... rules) {
    for (Supplier<Optional<StepVerdict>> rule : rules) {
      Optional<StepVerdict> verdict = rule.get();
      if (verdict.isPresent()) {
        return verdict;
      }
    }
    return Optional.empty();
  }
}
