package org.postpurchase.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.postpurchase.order.OrderReader;
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
  private final OrderReader orders;
  private final MoveReferral move;
  private final Transactions transactions;
  private final Clock clock;

  DecideReferral(
      ReferralEngine.Stores stores,
      OrderReader orders,
      MoveReferral move,
      Transactions transactions,
      Clock clock) {
    this.store = stores.referrals;
    this.orders = orders;
    this.move = move;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Books the rewards of one that is held or was rejected, whatever the caps say. */
  public Optional<Referral> approve(long id, String actor, String words) {
    return change(
        id,
        (referral, now) -> {
          boolean open =
              referral.state == ReferralState.HELD || referral.state == ReferralState.REJECTED;
          OrderSnapshot order = orders.find(referral.orderId).orElse(null);
          ReferralProgramme programme = move.programme(referral).orElse(null);
          if (!open || order == null || !order.isPlaced() || programme == null) {
            return referral;
          }
          // a booking that was taken back has used up its keys; the next one needs others
          Referral fresh =
              referral
                  .with()
                  .of(referral.orderId, nextLife(referral), referral.claim)
                  .decided(actor)
                  .build();
          return move.qualify(
              fresh, programme, order, new MoveReferral.Why(Gate.PERSON, words, true), now);
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
