package org.postpurchase.loyalty;

import static java.util.Objects.requireNonNull;

import java.util.Currency;
import java.util.Optional;
import org.postpurchase.ledger.PointsBalance;
import org.postpurchase.shared.Money;

/**
 * What an account can pay with now, and what is missing until it can: one answer for the page of
 * points, the cart, the checkout and mails. What a cart is too small for comes on top ({@link
 * RedemptionOffer}). Immutable.
 */
public final class PointsUse {
  private static final int ALL = 100;

  /** Also a message key. */
  public enum State {
    /** Points can be used. */
    READY,
    /** Points pay nothing: in this currency, or at all. */
    NOT_OFFERED,
    /** Fewer than the least that can be used. */
    TOO_FEW_POINTS,
    /** A person has to look at the account first. */
    ACCOUNT_FROZEN
  }

  public final State state;

  /** The fewest points that can be used at all. */
  public final long least;

  /** How many are missing until then; 0 unless there are too few. */
  public final long missing;

  /** The most that can be used with one order, were it large enough; 0 unless ready. */
  public final long most;

  /** What those pay; empty unless ready. */
  public final Optional<Money> worth;

  private PointsUse(State state, long least, long missing, long most, Optional<Money> worth) {
    this.state = requireNonNull(state, "state");
    this.least = least;
    this.missing = missing;
    this.most = most;
    this.worth = requireNonNull(worth, "worth");
  }

  /** What the balance is good for in orders of that currency. */
  public static PointsUse of(Programme programme, PointsBalance balance, Currency currency) {
    return of(programme.spending, balance.usable, balance.frozen, currency);
  }

  /** What so many points would be good for. */
  public static PointsUse of(Programme programme, long points, Currency currency) {
    return of(programme.spending, points, false, currency);
  }

  private static PointsUse of(
      Programme.Spending spending, long usable, boolean frozen, Currency currency) {
    long least = spending.least();
    if (spending.maxSharePercent <= 0 || !spending.rates.of(currency).isPresent()) {
      return new PointsUse(State.NOT_OFFERED, least, 0, 0, Optional.empty());
    }
    if (frozen) {
      return new PointsUse(State.ACCOUNT_FROZEN, least, 0, 0, Optional.empty());
    }
    if (usable < least) {
      return new PointsUse(State.TOO_FEW_POINTS, least, least - usable, 0, Optional.empty());
    }
    long most = spending.maxSharePercent >= ALL ? usable : usable - usable % spending.block;
    return new PointsUse(State.READY, least, 0, most, spending.worth(most, currency));
  }
}
