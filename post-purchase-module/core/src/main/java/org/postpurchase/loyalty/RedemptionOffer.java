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

  /** All points of the customer that are not pending, held or expired. */
  public final long balance;

  /** What could be used, were the cart large enough; null where there is no programme. */
  public final PointsUse use;

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
      PointsUse use,
      long maxPoints,
      Money maxWorth) {
    this.problem = problem;
    this.pointsName = programme == null ? "" : programme.pointsName;
    this.balance = balance;
    this.use = use;
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
