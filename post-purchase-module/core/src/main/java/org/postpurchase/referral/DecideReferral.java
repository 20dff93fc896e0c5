package org.postpurchase.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.referral.ReferralEvent.Gate;
import org.postpurchase.shared.Transactions;

/**
 * What people decide: approve, reject, undo, and the advocate's word against it. Each answers what
 * the referral is then; asking for what is already so changes nothing. Who may ask is for the
 * caller to check.
 */
public final class DecideReferral {
  private final ReferralStore store;
  private final ReferralEngine.Orders orders;
  private final MoveReferral move;
  private final FollowOrder follow;
  private final Transactions transactions;
  private final Clock clock;

  DecideReferral(
      ReferralStore store,
      ReferralEngine.Orders orders,
      ReferralEngine.Judges judges,
      ReferralEngine.Base base) {
    this.store = store;
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
          OrderSnapshot order = orders.orders.find(referral.orderId).orElse(null);
          ReferralProgramme programme = move.programme(referral).orElse(null);
          if (!open || order == null || !order.isPlaced() || programme == null) {
            return referral;
          }
          move.lockAdvocates(Collections.singleton(referral));
          List<OrderLineProgress> lines = orders.lines.lock(order);
          FollowOrder.Kept kept = follow.kept(referral, order, lines);
          if (kept.share.isNothing()) {
            move.reverse(referral.with().decided(actor).build(), kept.why, now);
            return store.find(id).orElse(referral);
          }
          // a booking that was taken back has used up its keys; the next one needs others
          Referral fresh =
              referral
                  .with()
                  .of(referral.orderId, nextLife(referral), referral.claim)
                  .due(follow.safeAt(referral, order, lines).orElse(referral.dueAt))
                  .decided(actor)
                  .build();
          MoveReferral.Why why = new MoveReferral.Why(Gate.PERSON, words, true);
          follow.follow(move.qualify(fresh, programme, order, why, now), order, lines);
          return store.find(id).orElse(fresh);
        });
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

  /** Puts one that was rejected back among those that wait for a person. */
  public Optional<Referral> undo(long id, String actor, String words) {
    return change(
        id,
        (referral, now) ->
            referral.state == ReferralState.REJECTED
                ? move.hold(
                    referral,
                    new MoveReferral.Why(Gate.PERSON, words, true),
                    ReferralReason.UNDONE,
                    actor,
                    now)
                : referral);
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
