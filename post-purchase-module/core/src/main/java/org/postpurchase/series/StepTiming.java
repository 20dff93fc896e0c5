package org.postpurchase.series;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.postpurchase.moment.Moment;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.Shop;

/** Works out when a step is due from what has happened to the order so far. */
final class StepTiming {
  private final Supplier<Shop> shop;

  StepTiming(Supplier<Shop> shop) {
    this.shop = shop;
  }

  /** Empty while the moment that it counts from has not come. */
  Optional<Instant> dueAt(Step step, OrderSnapshot order, OrderProgress progress) {
    Optional<Instant> due = anchor(step, order, progress).map(moment -> moment.plus(step.delay()));
    boolean waitsForAll = step.anchor == Anchor.SHIPPED || step.anchor == Anchor.DELIVERED;
    return waitsForAll ? due.map(at -> later(at, progress.cancelledAt())) : due;
  }

  /** Not before the moment at which the last that was waited for was cancelled. */
  private static Instant later(Instant due, Optional<Instant> cancelled) {
    return cancelled.filter(at -> at.isAfter(due)).orElse(due);
  }

  /** When it is due at first, in a run that begins with an order; empty while not known. */
  Optional<Instant> firstDueAt(
      Step step, OrderSnapshot order, OrderProgress progress, Instant enteredAt) {
    return step.awaits()
        ? Optional.of(step.waiting.deadline(enteredAt))
        : dueAt(step, order, progress);
  }

  /** The same in a run that begins with a moment. */
  Optional<Instant> firstDueAt(Step step, Moment moment) {
    if (step.awaits()) {
      return Optional.of(step.waiting.deadline(moment.happenedAt));
    }
    return step.anchor == Anchor.BRANCH ? Optional.empty() : Optional.of(dueAt(step, moment));
  }

  /** The step's moment about a member; days before a day are those of the shop's calendar. */
  Instant dueAt(Step step, Moment moment) {
    if (step.anchor != Anchor.DAY_AHEAD || !moment.day.isPresent()) {
      return moment.happenedAt.plus(step.delay());
    }
    return moment
        .day
        .get()
        .atZone(shop.get().zone)
        .minusDays(step.delayDays)
        .minusHours(step.delayHours)
        .toInstant();
  }

  private Optional<Instant> anchor(Step step, OrderSnapshot order, OrderProgress progress) {
    switch (step.anchor) {
      case SUBMITTED:
        return Optional.ofNullable(order.submittedAt);
      case SHIPPED:
        return progress.shippedAt();
      case HAPPENED:
      case DAY_AHEAD:
      case MOMENT:
      case BRANCH:
        return Optional.empty();
      default:
        Optional<Instant> arrived = progress.deliveredAt();
        return arrived.isPresent()
            ? arrived
            : progress.shippedAt().map(shipped -> shipped.plus(fallback(step, order)));
    }
  }

  private Duration fallback(Step step, OrderSnapshot order) {
    boolean abroad = shop.get().isAbroad(order.countryCode);
    return Duration.ofDays(abroad ? step.fallbackDaysAbroad : step.fallbackDays);
  }
}
