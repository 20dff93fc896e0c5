package org.postpurchase.reward;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.postpurchase.shared.Transactions;

/**
 * What happens to codes around a checkout: looked at while pricing, reserved before the order is
 * taken, used when it was, given back when it was not.
 *
 * <p>Of any number of checkouts with one code, on any number of nodes, exactly one reserves it: by
 * a guarded update. Codes that are not ours are not looked at. Safe to repeat for the same order.
 */
public final class RedeemReward {
  /** A checkout that has not come to an end by then has died. */
  public static final Duration RESERVATION = Duration.ofMinutes(15);

  private final RewardCodeStore store;
  private final RewardOffers offers;
  private final UnaryOperator<Instant> grace;
  private final Transactions transactions;
  private final Clock clock;

  /**
   * @param grace until when a code can be used that comes back expired at that moment
   */
  public RedeemReward(
      RewardCodeStore store,
      RewardOffers offers,
      UnaryOperator<Instant> grace,
      Transactions transactions,
      Clock clock) {
    this.grace = grace;
    this.store = store;
    this.offers = offers;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Those of the codes that this buyer may not use, with the reason. As long as nothing is known
   * about the buyer, a code counts as his. Changes nothing; a failure leaves the caller's
   * transaction as it was.
   */
  public List<CodeProblem> problems(Collection<String> codes, Redeemer redeemer) {
    if (codes.isEmpty()) {
      return Collections.emptyList();
    }
    return transactions.attempt(
        () -> problems(store.findByCodes(codes), redeemer, redeemer::mayOwn));
  }

  private List<CodeProblem> problems(
      List<RewardCode> own, Redeemer redeemer, Predicate<RewardCode> owner) {
    List<CodeProblem> problems = new ArrayList<>();
    for (RewardCode code : own) {
      CodeVerdict verdict =
          owner.test(code) ? verdict(code, redeemer, clock.instant()) : CodeVerdict.FOREIGN;
      if (verdict != CodeVerdict.USABLE) {
        problems.add(new CodeProblem(code.code, verdict));
      }
    }
    return problems;
  }

  /**
   * Reserves all of the codes for the order, or none of them; returns what is in the way, empty on
   * success. A buyer of whom nothing is known gets no code. In a transaction of its own when there
   * is none, else a failure leaves the caller's as it was; in ascending order of the codes.
   */
  public List<CodeProblem> reserve(Collection<String> codes, Redeemer redeemer) {
    if (codes.isEmpty()) {
      return Collections.emptyList();
    }
    List<CodeProblem> lost = new ArrayList<>();
    try {
      return transactions.attempt(
          () -> {
            lost.clear();
            List<RewardCode> own = new ArrayList<>(store.findByCodes(codes));
            own.sort(Comparator.comparingLong(c -> c.id));
            List<CodeProblem> problems = problems(own, redeemer, redeemer::owns);
            if (!problems.isEmpty()) {
              return problems;
            }
            for (RewardCode code : own) {
              if (!store.reserve(code, redeemer.orderId, clock.instant())) {
                lost.add(new CodeProblem(code.code, CodeVerdict.TAKEN));
                throw new LostRaceException();
              }
            }
            return Collections.<CodeProblem>emptyList();
          });
    } catch (LostRaceException undone) { // what was reserved so far is rolled back
      return lost;
    }
  }

  /** The order was placed: its codes are used. */
  public void settle(long orderId) {
    transactions.run(() -> store.use(orderId, clock.instant()));
  }

  /** The same for many orders, in one statement. */
  public void settleAll(Collection<Long> orderIds) {
    if (!orderIds.isEmpty()) {
      transactions.run(() -> store.useAll(orderIds, clock.instant()));
    }
  }

  /** {@link #giveBack} for many orders, of which few have codes. */
  public void giveBackAll(Collection<Long> orderIds) {
    if (!orderIds.isEmpty()) {
      store.takenByAny(orderIds).stream()
          .map(code -> code.orderId)
          .distinct()
          .forEach(this::giveBack);
    }
  }

  /** The checkout came to nothing: what it has reserved can be used again. */
  public void release(long orderId) {
    release(orderId, clock.instant());
  }

  /**
   * The same; a code that is used, or was reserved anew after {@code reservedBy}, is left alone.
   */
  void release(long orderId, Instant reservedBy) {
    transactions.attempt(
        () -> {
          for (RewardCode code : store.takenBy(orderId)) {
            if (code.state == RewardState.RESERVED && store.release(code, reservedBy)) {
              offers.forgetUse(orderId, code.code);
            }
          }
          return null;
        });
  }

  /** Nothing came of the order, or it was cancelled: its codes can be used again. */
  public void giveBack(long orderId) {
    transactions.attempt(
        () -> {
          Instant now = clock.instant();
          Instant until = grace.apply(now);
          for (RewardCode code : store.takenBy(orderId)) {
            offers.forgetUse(orderId, code.code);
            if (code.isExpired(now) && code.expiresAt.isBefore(until)) {
              offers.prolong(code.code, until);
            }
          }
          return store.giveBack(orderId, now, until);
        });
  }

  /** Codes whose checkout began longer ago than {@link #RESERVATION} and has not been settled. */
  public List<RewardCode> abandoned(int limit) {
    return transactions.call(() -> store.reservedBefore(clock.instant().minus(RESERVATION), limit));
  }

  private static CodeVerdict verdict(RewardCode code, Redeemer redeemer, Instant now) {
    if (code.state == RewardState.REVOKED) {
      return CodeVerdict.REVOKED;
    }
    if (code.state != RewardState.ISSUED) {
      return code.orderId == redeemer.orderId ? CodeVerdict.USABLE : CodeVerdict.TAKEN;
    }
    return code.isExpired(now) ? CodeVerdict.EXPIRED : CodeVerdict.USABLE;
  }

  private static final class LostRaceException extends RuntimeException {
    LostRaceException() {
      super("lost the race for a code", null, false, false);
    }
  }
}
