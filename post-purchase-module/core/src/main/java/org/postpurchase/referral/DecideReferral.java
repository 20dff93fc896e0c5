package org.postpurchase.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.referral.ReferralEvent.Gate;
import org.postpurchase.shared.Transactions;

/**
 * What people decide: approve, reject, undo, and the advocate's word against it. Each answers what
 * the referral is then; asking for what is already so changes nothing. Who may ask is for the
 * caller to check.
 */
public final class DecideReferral {
  private final ReferralStore store;
  private final AdvocateStore advocates;
  private final ReferralEngine.Orders orders;
  private final MoveReferral move;
  private final FollowOrder follow;
  private final Transactions transactions;
  private final Clock clock;

  DecideReferral(
      ReferralEngine.Stores stores,
      ReferralEngine.Orders orders,
      ReferralEngine.Judges judges,
      ReferralEngine.Base base) {
    this.store = stores.referrals;
    this.advocates = stores.advocates;
    this.orders = orders;
    this.move = judges.move;
    this.follow = judges.follow;
    this.transactions = base.transactions;
    this.clock = base.clock;
  }

  /**
   * Books the rewards of one that is held or was rejected, whatever the caps say: for as much of
   * the order as is still kept, safe when the rest cannot come back any more. One of which nothing
   * is kept is reversed.
   */
  public Optional<Referral> approve(long id, String actor, String words) {
    return change(
        id,
        (referral, now) -> {
          boolean open =
              referral.state == ReferralState.HELD || referral.state == ReferralState.REJECTED;
          return open
              ? book(
                  referral,
                  actor,
                  new MoveReferral.Why(Gate.PERSON, words, ReferralReason.APPROVED),
                  now)
              : referral;
        });
  }

  /** Nothing happens to one without an order or a programme. */
  private Referral book(Referral referral, String decidedBy, MoveReferral.Why why, Instant now) {
    OrderSnapshot order = orders.orders.find(referral.orderId).orElse(null);
    ReferralProgramme programme = move.programme(referral).orElse(null);
    if (order != null && order.state == OrderState.CANCELLED) {
      return cancelled(referral, decidedBy, now);
    }
    if (order == null || !order.isPlaced() || programme == null) {
      return referral;
    }
    move.lockAdvocates(Collections.singleton(referral));
    List<OrderLineProgress> lines = orders.lines.lock(order);
    FollowOrder.Kept kept = follow.kept(referral, order, lines);
    if (kept.share.isNothing()) {
      move.reverse(referral.with().decided(decidedBy).build(), kept.why, now);
      return store.find(referral.id).orElse(referral);
    }
    // a booking that was taken back has used up its keys; the next one needs others
    Referral fresh =
        referral
            .with()
            .of(referral.orderId, nextLife(referral), referral.claim)
            .due(follow.safeAt(referral, order, lines).orElse(referral.dueAt))
            .decided(decidedBy)
            .build();
    follow.follow(move.qualify(fresh, programme, order, why, now), order, lines);
    return store.find(referral.id).orElse(fresh);
  }

  /**
   * Takes an advocate's link out of use, or lets it be used again. What is booked and not paid yet
   * is held meanwhile, for both sides, and booked again afterwards for as much of the order as is
   * kept by then, with the day that its delivery gives; nobody is told of either. What is held for
   * another reason stays so.
   *
   * @return false when it was so already, or there is no such advocate
   */
  public boolean suspend(long advocateId, boolean suspended, String actor) {
    ReferralState pending = suspended ? ReferralState.QUALIFYING : ReferralState.HELD;
    return transactions.call(
        () -> {
          // referrals before their advocate, as everywhere
          store.ofAdvocate(advocateId, pending).forEach(each -> store.lock(each.id));
          if (!advocates.suspend(advocateId, suspended)) {
            return false;
          }
          Instant now = clock.instant();
          for (Referral each : store.ofAdvocate(advocateId, pending)) {
            store
                .lock(each.id)
                .filter(referral -> referral.state == pending)
                .ifPresent(referral -> follows(referral, actor, now));
          }
          return true;
        });
  }

  private void follows(Referral referral, String actor, Instant now) {
    if (referral.state == ReferralState.QUALIFYING) {
      move.holdSuspended(referral, actor, now);
    } else if (referral.reason == ReferralReason.SUSPENDED) {
      boolean wasBooked = !store.rewards(referral.id).isEmpty();
      ReferralReason booked = wasBooked ? ReferralReason.READMITTED : ReferralReason.ORDERED;
      MoveReferral.Why why = new MoveReferral.Why(Gate.CRITERIA, "by=" + actor, booked);
      book(referral, referral.decidedBy, why, now);
    }
  }

  private int nextLife(Referral referral) {
    int last = store.rewards(referral.id).stream().mapToInt(reward -> reward.life).max().orElse(0);
    return Math.max(referral.life, last + 1);
  }

  /** Takes back what was booked, if anything was. */
  public Optional<Referral> reject(long id, String actor, String words) {
    return change(
        id,
        (referral, now) ->
            referral.isOpen() || referral.state == ReferralState.REWARDED
                ? move.reject(referral, actor, words, now)
                : referral);
  }

  /** There is nothing to decide any more, and the friend may come again. */
  private Referral cancelled(Referral referral, String actor, Instant now) {
    move.reverse(referral.with().decided(actor).build(), ReferralReason.CANCELLED, now);
    return store.find(referral.id).orElse(referral);
  }

  private boolean isCancelled(Referral referral) {
    return orders
        .orders
        .find(referral.orderId)
        .filter(order -> order.state == OrderState.CANCELLED)
        .isPresent();
  }

  /**
   * Puts one that was rejected back among those that wait for a person. One whose order is
   * cancelled has nothing to wait for: its friend is free again.
   */
  public Optional<Referral> undo(long id, String actor, String words) {
    return change(
        id,
        (referral, now) -> {
          if (referral.state != ReferralState.REJECTED) {
            return referral;
          }
          return isCancelled(referral)
              ? cancelled(referral, actor, now)
              : move.hold(
                  referral,
                  new MoveReferral.Why(Gate.PERSON, words, ReferralReason.UNDONE),
                  ReferralReason.UNDONE,
                  actor,
                  now);
        });
  }

  /** The advocate asks for another look; the first word counts. */
  public Optional<Referral> appeal(long id, long advocateId, String words) {
    return change(
        id,
        (referral, now) -> {
          boolean own = referral.advocateId == advocateId && referral.appealedAt == null;
          boolean waits =
              referral.state == ReferralState.HELD || referral.state == ReferralState.REJECTED;
          if (!own || !waits) {
            return referral;
          }
          Referral after = referral.with().appealed(now, words).build();
          store.save(after);
          store.addEvent(
              "",
              new ReferralEvent(
                  after.id,
                  after.state,
                  after.state,
                  Gate.PERSON,
                  ReferralReason.APPEALED,
                  words,
                  "",
                  now));
          return after;
        });
  }

  private Optional<Referral> change(long id, BiFunction<Referral, Instant, Referral> work) {
    return transactions.call(
        () -> store.lock(id).map(referral -> work.apply(referral, clock.instant())));
  }
}
