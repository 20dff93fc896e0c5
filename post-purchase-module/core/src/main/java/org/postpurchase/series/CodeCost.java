package org.postpurchase.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.postpurchase.reward.RewardOffers;
import org.postpurchase.shared.Money;

/**
 * What the codes of a trial would have cost if each had been used, on an order like the one after
 * which it was given: the most that is to be expected, since most codes are never used. Immutable.
 */
public final class CodeCost {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** By currency. */
  public final Map<Currency, Money> most;

  /** Codes of which it cannot be said beforehand, such as one for a free delivery. */
  public final int unknown;

  private CodeCost(Map<Currency, Money> most, int unknown) {
    this.most = Collections.unmodifiableMap(most);
    this.unknown = unknown;
  }

  /**
   * @param worth what a code of an offer takes off
   */
  public static CodeCost of(Trial trial, LongFunction<Optional<RewardOffers.Worth>> worth) {
    Map<Currency, Money> most = new LinkedHashMap<>();
    int unknown = 0;
    for (Trial.OfStep step : trial.steps().values()) {
      if (!step.givesCode() || step.codes().isEmpty()) {
        continue;
      }
      RewardOffers.Worth off = worth.apply(step.offerId()).orElse(null);
      for (Trial.Codes codes : step.codes().values()) {
        if (off == null) {
          unknown += codes.number;
        } else {
          most.merge(codes.merchandise.currency(), cost(codes, off), Money::plus);
        }
      }
    }
    return new CodeCost(most, unknown);
  }

  private static Money cost(Trial.Codes codes, RewardOffers.Worth off) {
    Currency currency = codes.merchandise.currency();
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    BigDecimal sum = BigDecimal.valueOf(codes.merchandise.amountMinor(), digits);
    BigDecimal cost =
        off.percent == null
            ? off.amount.multiply(BigDecimal.valueOf(codes.number)).min(sum)
            : sum.multiply(off.percent).divide(HUNDRED);
    return Money.of(cost, currency, RoundingMode.HALF_UP);
  }
}
