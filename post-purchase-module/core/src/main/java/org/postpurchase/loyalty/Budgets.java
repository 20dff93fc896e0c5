package org.postpurchase.loyalty;

/**
 * What rules with a budget have given so far. Joins the caller's transaction: what is taken is
 * given back when that is undone.
 */
public interface Budgets {
  /**
   * Takes up to so many points of a rule's budget; exact on any number of nodes, since takers of
   * one rule wait for each other.
   *
   * @return how many are granted, 0 when the budget is used up
   */
  long take(String ruleKey, long wanted, long budget);

  /** Gives back what was taken in this transaction and not needed. */
  void giveBack(String ruleKey, long points);

  /** What a rule has given since it has a budget. Takes nothing. */
  long issued(String ruleKey);
}
