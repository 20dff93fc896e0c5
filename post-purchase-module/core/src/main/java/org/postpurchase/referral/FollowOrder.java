package org.postpurchase.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.referral.ReferralEvent.Gate;

/**
 * What has to be true of a referral for its order as it is now, whatever was told in which order:
 * how much of the reward stays, and on which day it is safe. Joins the caller's transaction, with
 * the referral's row locked; doing it again changes nothing.
 */
final class FollowOrder {
  private static final String AMOUNT = "amountMinor=";

  private final ReferralStore store;
  private final MoveReferral move;
  private final Supplier<ZoneId> zone;
  private final Clock clock;

  FollowOrder(ReferralStore store, MoveReferral move, Supplier<ZoneId> zone, Clock clock) {
    this.store = store;
    this.move = move;
    this.zone = zone;
    this.clock = clock;
  }

  /** How much of an order its buyer keeps, and why it is not more. */
  static final class Kept {
    final Share share;
    final ReferralReason why;

    Kept(Share share, ReferralReason why) {
      this.share = share;
      this.why = why;
    }
  }

  /** By goods or by money, whichever is less. */
  Kept kept(Referral referral, OrderSnapshot order, List<OrderLineProgress> lines) {
    Share goods = Share.ofLines(order, lines);
    Share paid = Share.ofMoney(refunded(referral), order.totals.total.amountMinor());
    boolean byMoney = !paid.isAll() && paid.orLess(goods) == paid;
    ReferralReason why =
        byMoney
            ? ReferralReason.REFUNDED
            : goods.isNothing() ? ReferralReason.ALL_BACK : ReferralReason.PART_BACK;
    return new Kept(goods.orLess(paid), why);
  }

  /** Shrinks, reverses and dates the reward of one that is booked or waits for a person. */
  void follow(Referral referral, OrderSnapshot order, List<OrderLineProgress> lines) {
    Kept kept = kept(referral, order, lines);
    move.keep(referral, kept.share, kept.why, clock.instant());
    Referral now = store.find(referral.id).orElse(referral);
    if (now.isOpen()) {
      safeAt(now, order, lines).ifPresent(due -> move.schedule(now, due));
    }
  }

  /** Empty until everything has arrived. */
  Optional<Instant> safeAt(Referral referral, OrderSnapshot order, List<OrderLineProgress> lines) {
    ReferralProgramme programme = move.programme(referral).orElse(null);
    if (programme == null) {
      return Optional.empty();
    }
    OrderProgress progress = OrderProgress.of(order, lines);
    Instant held = progress.heldUntil().orElse(Instant.MIN);
    return progress
        .deliveredAt()
        .map(at -> programme.dueAfterDelivery(at, zone.get()))
        .map(due -> due.isAfter(held) ? due : held);
  }

  /** Keeps each refund once, by the key of its event. */
  void noteRefund(Referral referral, OrderEvent event) {
    Referral same =
        referral.with().is(referral.state, ReferralReason.REFUNDED, event.occurredAt).build();
    store.addEvent(
        event.key,
        new ReferralEvent(referral, same, Gate.ORDER, AMOUNT + event.detail("amountMinor")));
  }

  /** Without what was given back for an order that was cancelled: the friend has ordered anew. */
  private long refunded(Referral referral) {
    long sum = 0;
    boolean cancelled = false;
    for (ReferralEvent event : store.events(referral.id)) {
      boolean refund = event.detail.startsWith(AMOUNT);
      if (event.to != ReferralState.REVERSED) {
        cancelled = false;
      } else if (!refund && event.reason == ReferralReason.CANCELLED) {
        cancelled = true;
        sum = 0;
      }
      if (refund && !cancelled) {
        sum += Long.parseLong(event.detail.substring(AMOUNT.length()));
      }
    }
    return sum;
  }
}
