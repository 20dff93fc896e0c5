package org.postpurchase.occasion;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Transactions;

/**
 * For code of the store: how much somebody uses a product, as the person has said it on a form or a
 * device has counted. Series that begin with {@link UsageOccasion} hear each time that so much was
 * used again. Saying it again counts from then on; nothing is told of the past.
 */
public final class UsageRates {
  private static final Duration SHORTEST = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(1_825);
  private static final int UNIT_MAX = 20;

  private final DueOccasions rows;
  private final Transactions transactions;
  private final Clock clock;

  public UsageRates(DueOccasions rows, Transactions transactions, Clock clock) {
    this.rows = requireNonNull(rows, "rows");
    this.transactions = requireNonNull(transactions, "transactions");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Begins to count. Joins the caller's transaction, else has its own.
   *
   * @param every after how many units something is to be told, such as 500
   * @param perWeek how many units the person uses in a week
   * @param unit as shoppers read it, such as {@code km}; at most 20 characters
   * @throws PostPurchaseException when that would be more often than daily or less than once in
   *     five years, or the unit is too long
   */
  public void uses(
      DueOccasion.Person person, long productId, long every, long perWeek, String unit) {
    uses(
        DueOccasion.of(UsageOccasion.KEY, person, String.valueOf(productId), null),
        productId,
        every,
        perWeek,
        unit);
  }

  /** The same of a product of an order: it ends when the buyer keeps nothing of that. */
  void usesOf(
      long orderId,
      DueOccasion.Person person,
      long productId,
      long every,
      long perWeek,
      String unit) {
    DueOccasion row =
        DueOccasion.of(UsageOccasion.KEY, person, String.valueOf(productId), null).from(orderId);
    uses(row, productId, every, perWeek, unit);
  }

  private void uses(DueOccasion row, long productId, long every, long perWeek, String unit) {
    if (every < 1 || perWeek < 1) {
      throw new PostPurchaseException(
          "Every " + every + " and " + perWeek + " a week: both must be 1 or more.");
    }
    if (unit.length() > UNIT_MAX || unit.contains("|") || unit.contains("\n")) {
      throw new PostPurchaseException(
          "The unit '" + unit + "' must have at most " + UNIT_MAX + " characters and no |.");
    }
    UsageOccasion.Use use = new UsageOccasion.Use(productId, every, perWeek, unit);
    boolean fits =
        every <= Integer.MAX_VALUE
            && use.period().compareTo(SHORTEST) >= 0
            && use.period().compareTo(LONGEST) <= 0;
    if (!fits) {
      throw new PostPurchaseException(
          "Every "
              + every
              + " at "
              + perWeek
              + " a week must come between once a day and once in five years.");
    }
    put(row.about(use.written()).next(clock.instant().plus(use.period())));
  }

  /** Nothing is told any more; nothing happens when nothing was. */
  public void forget(DueOccasion.Person person, long productId) {
    put(
        DueOccasion.of(UsageOccasion.KEY, person, String.valueOf(productId), null)
            .about(new UsageOccasion.Use(productId, 1, 1, "").written()));
  }

  private void put(DueOccasion row) {
    transactions.run(() -> rows.put(Collections.singletonList(row)));
  }
}
