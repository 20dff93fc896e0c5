package org.postpurchase.series;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.ask.OrderAsks;
import org.postpurchase.consent.Consents;
import org.postpurchase.consent.ContactPermission;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.reward.RewardCode;
import org.postpurchase.reward.RewardCodeStore;
import org.postpurchase.reward.RewardState;
import org.postpurchase.shared.EmailAddress;

/**
 * The rules that can make a message wrong, in the order in which they are asked. Used when a step
 * is due and once more when its message is about to leave. Reads only.
 */
final class CheckCandidate {
  private final OrderHistory history;
  private final Consents consents;
  private final RewardCodeStore rewards;
  private final ExecutionStore executions;
  private final Triggers triggers;
  private final Supplier<OrderAsks> asks;

  CheckCandidate(
      OrderHistory history,
      Consents consents,
      RewardCodeStore rewards,
      ExecutionStore executions,
      Triggers triggers,
      Supplier<OrderAsks> asks) {
    this.history = history;
    this.consents = consents;
    this.rewards = rewards;
    this.executions = executions;
    this.triggers = triggers;
    this.asks = asks;
  }

  /** The first thing that speaks against the step, or empty. */
  Optional<StepVerdict> objection(Candidate c, Instant now) {
    boolean over =
        c.enrollment.state == EnrollmentState.EXITED
            && (c.step.isMarketing() || !EndRun.isAboutAdvertising(c.enrollment.reason));
    if (over) {
      return Optional.of(StepVerdict.exit(c.enrollment.reason));
    }
    if (!c.series.isPresent() || c.series.get().status == SeriesStatus.DRAFT) {
      return Optional.of(StepVerdict.exit(ReasonCode.SERIES_SWITCHED_OFF));
    }
    if (c.isAboutMember()) {
      return first(() -> member(c, now), () -> permission(c), () -> condition(c, now));
    }
    if (!c.order.isPresent()) {
      return Optional.of(
          StepVerdict.park(
              ReasonCode.ORDER_GONE,
              "Order " + c.enrollment.orderId + " no longer exists in the shop."));
    }
    return first(
        () -> exit(c, c.order.get()),
        () -> parcel(c),
        () -> permission(c),
        () -> condition(c, now),
        () -> products(c, c.order.get()));
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

  private Optional<StepVerdict> member(Candidate c, Instant now) {
    if (!c.member.isPresent() || !c.moment.isPresent()) {
      return Optional.of(StepVerdict.skip(ReasonCode.MEMBER_GONE, ""));
    }
    Moment moment = c.moment.get();
    PersonTrigger trigger = triggers.ofPerson(moment.trigger).orElse(null);
    if (trigger == null) {
      return Optional.of(StepVerdict.skip(ReasonCode.TRIGGER_UNKNOWN, moment.trigger));
    }
    return trigger.factsAt(moment, c.locale(), now).isPresent()
        ? Optional.empty()
        : Optional.of(StepVerdict.skip(ReasonCode.valueOf(trigger.reasonWhenOver()), ""));
  }

  private Optional<StepVerdict> exit(Candidate c, OrderSnapshot order) {
    if (order.state == OrderState.CANCELLED && c.exitsOn(ExitRule.ORDER_CANCELLED)) {
      return Optional.of(StepVerdict.exit(ReasonCode.ORDER_CANCELLED));
    }
    if (c.progress.isNothingKept() && c.exitsOn(ExitRule.ALL_RETURNED)) {
      return Optional.of(StepVerdict.exit(ReasonCode.ALL_RETURNED));
    }
    boolean again =
        c.step.isMarketing() && c.exitsOn(ExitRule.ORDERED_AGAIN) && history.hasLater(order);
    if (!again) {
      return Optional.empty();
    }
    boolean withCode =
        rewards.newestOf(c.enrollment.id).map(code -> code.state == RewardState.USED).orElse(false);
    return Optional.of(
        StepVerdict.exit(withCode ? ReasonCode.REWARD_USED : ReasonCode.ORDERED_AGAIN));
  }

  /** What is about a parcel makes no sense for an order without one. */
  private static Optional<StepVerdict> parcel(Candidate c) {
    return c.step.anchor == Anchor.SHIPPED && c.progress.isNothingShipped()
        ? Optional.of(StepVerdict.skip(ReasonCode.NOTHING_SHIPPED, ""))
        : Optional.empty();
  }

  private Optional<StepVerdict> permission(Candidate c) {
    if (!c.step.isMarketing()) {
      return consents
          .silence(c.enrollment.contact)
          .map(why -> StepVerdict.skip(ReasonCode.OPTED_OUT, why));
    }
    ContactPermission permission = permission(c.enrollment.contact, c.email());
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

  /** Of the address that entered and the one that the order has now, the stricter answer. */
  private ContactPermission permission(String contact, String email) {
    ContactPermission entered = consents.permission(contact);
    String now = EmailAddress.stored(email).key();
    return entered != ContactPermission.ALLOWED || now.equals(contact)
        ? entered
        : consents.permission(now);
  }

  private Optional<StepVerdict> condition(Candidate c, Instant now) {
    switch (c.step.condition) {
      case REWARD_UNUSED:
        return unused(rewards.findByStep(c.enrollment.id, c.step.conditionStep), c, now);
      case STEP_SENT:
        return unless(wasSent(c), c);
      case STEP_NOT_SENT:
        return unless(!wasSent(c), c);
      case REVIEW_OPEN:
        return request(c, now);
      default:
        return Optional.empty();
    }
  }

  /** Where the law takes a request for advertising, it needs consent whatever the step says. */
  private Optional<StepVerdict> request(Candidate c, Instant now) {
    if (!c.order.isPresent()) {
      return Optional.empty();
    }
    boolean advertises = !c.step.isMarketing() && asks.get().isMarketing(c.order.get());
    if (advertises && permission(c.enrollment.contact, c.email()) != ContactPermission.ALLOWED) {
      return Optional.of(StepVerdict.skip(ReasonCode.NO_CONSENT, ""));
    }
    return asks.get()
        .objection(c.order.get(), EmailAddress.stored(c.email()).key(), c.step.key, now)
        .map(
            o -> {
              ReasonCode reason = ReasonCode.valueOf(o.reason.name());
              return o.until
                  .filter(until -> !isStale(c, until))
                  .map(until -> StepVerdict.defer(reason, until))
                  .orElseGet(() -> StepVerdict.skip(reason, o.detail));
            });
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

  private boolean wasSent(Candidate c) {
    return executions
        .find(c.enrollment.id, c.step.conditionStep)
        .map(other -> other.state == ExecutionState.DONE)
        .orElse(false);
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
