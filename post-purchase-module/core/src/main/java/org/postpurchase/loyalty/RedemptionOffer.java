package org.postpurchase.loyalty;

import org.postpurchase.shared.Money;

/** What points could pay for one cart. Immutable. */
public final class RedemptionOffer {
  /** Why nothing can be used. Also a message key. */
  public enum Problem {
    /** Something can. */
    NONE,
    /** The programme is off, or points pay nothing in this currency. */
    NOT_OFFERED,
    /** Fewer points than the least that can be used. */
    TOO_FEW_POINTS,
    /** The cart is too small for the least that can be used. */
    CART_TOO_SMALL,
    /** A person has to look at the account first. */
    ACCOUNT_FROZEN
  }

  public final Problem problem;
  public final String pointsName;

  /** All points of the customer that can be used, and what they are worth. */
  public final long balance;

  public final Money balanceWorth;

  /** The most that can be used here, and what it pays. */
  public final long maxPoints;

  public final Money maxWorth;
  public final long minimum;
  public final long block;

  /** How much of the goods points may pay for. */
  public final int maxSharePercent;

  RedemptionOffer(
      Problem problem,
      Programme programme,
      long balance,
      Money balanceWorth,
      long maxPoints,
      Money maxWorth) {
    this.problem = problem;
    this.pointsName = programme == null ? "" : programme.pointsName;
    this.balance = balance;
    this.balanceWorth = balanceWorth;
    this.maxPoints = maxPoints;
    this.maxWorth = maxWorth;
    this.minimum = programme == null ? 0 : programme.spending.minimum;
    this.block = programme == null ? 1 : programme.spending.block;
    this.maxSharePercent = programme == null ? 0 : programme.spending.maxSharePercent;
  }

  public boolean isPossible() {
    return problem == Problem.NONE;
  }
}
