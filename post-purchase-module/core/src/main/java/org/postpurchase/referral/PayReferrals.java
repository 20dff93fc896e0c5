package org.postpurchase.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.Upkeep;
import org.postpurchase.shared.WorkFailures;

/**
 * Pays what nothing can come back of any more, after one more look at the signals, and ends claims
 * whose checkout died. Nothing that a person has to decide is ever paid by time. Runs on any number
 * of nodes; doing it twice changes nothing more.
 */
final class PayReferrals implements Upkeep {
  private static final int BATCH = 50;
  private static final int EARLIER_MAX = 5;

  /** As long as a checkout may take, like codes of one person. */
  private static final Duration CLAIM = Duration.ofMinutes(15);

  private final ReferralProgrammes programmes;
  private final ReferralStore store;
  private final ReferralEngine.Orders orders;
  private final ReferralEngine.Judges judges;
  private final ReferralEngine.Base base;
  private final WorkFailures.Work<Referral> due;
  private final WorkFailures.Work<Referral> claims;

  PayReferrals(
      ReferralProgrammes programmes,
      ReferralEngine.Stores stores,
      ReferralEngine.Orders orders,
      ReferralEngine.Judges judges,
      ReferralEngine.Base base) {
    this.programmes = programmes;
    this.store = stores.referrals;
    this.orders = orders;
    this.judges = judges;
    this.base = base;
    due =
        WorkFailures.Work.of(
            "referrals",
            limit -> store.due(base.clock.instant(), limit),
            referral -> "referral " + referral.id,
            this::pay);
    claims =
        WorkFailures.Work.of(
            "referral-claims",
            limit -> store.claimedBefore(base.clock.instant().minus(CLAIM), limit),
            referral -> "order " + referral.orderId,
            this::settle);
  }

  @Override
  public String name() {
    return "referrals";
  }

  @Override
  public int runDue() {
    if (!base.transactions.call(programmes::find).isPresent()) {
      return 0;
    }
    return base.failures.run(claims, BATCH) + base.failures.run(due, BATCH);
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return base.transactions.call(() -> store.nextDue(base.clock.instant()));
  }

  private boolean pay(Referral found) {
    return base.transactions.call(
        () -> {
          Instant now = base.clock.instant();
          Referral referral = store.lock(found.id).orElse(found);
          boolean isDue =
              referral.state == ReferralState.QUALIFYING
                  && referral.dueAt != null
                  && !referral.dueAt.isAfter(now);
          if (!isDue) {
            return false;
          }
          if (judges.move.advocate(referral).suspended) {
            judges.move.holdSuspended(referral, "", now);
            return true;
          }
          if (looksBad(referral, now)) {
            return true;
          }
          judges.move.pay(referral, now);
          return true;
        });
  }

  /** Twenty orders look different from the first of them; whom a person has let pass stays so. */
  private boolean looksBad(Referral referral, Instant now) {
    ReferralProgramme programme = judges.move.programme(referral).orElse(null);
    if (programme == null || !referral.decidedBy.isEmpty()) {
      return false;
    }
    FraudCase.Keys keys =
        orders.buyers.find(referral.orderId).map(this::keys).orElseGet(PayReferrals::nothingKnown);
    List<Signal> signals = judges.look.signals(referral, judges.move.advocate(referral), keys, now);
    int score = JudgeFraud.score(signals);
    if (score < programme.gate.hold) {
      return false;
    }
    judges.move.holdBooked(referral.with().judged(score, referral.base).build(), score, now);
    return true;
  }

  /** Who registers or claims the order after it was placed may be somebody who is known. */
  private FraudCase.Keys keys(PersonFacts order) {
    FraudCase.Keys keys = new FraudCase.Keys(judges.look.keysOf(order), Collections.emptyList());
    long claimed = orders.claimedBy.applyAsLong(order.orderId);
    long account = claimed > 0 ? claimed : order.customerId;
    return account > 0
        ? keys.ofAccount(account, orders.buyers.placedBefore(account, order.placedAt, EARLIER_MAX))
        : keys;
  }

  private static FraudCase.Keys nothingKnown() {
    return new FraudCase.Keys(Collections.emptyList(), Collections.emptyList());
  }

  private boolean settle(Referral claim) {
    boolean placed = orders.orders.find(claim.orderId).filter(OrderSnapshot::isPlaced).isPresent();
    return !placed
        && base.transactions.call(() -> store.dropClaims(claim.orderId, claim.claim.at)) > 0;
  }
}
