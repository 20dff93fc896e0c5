package org.postpurchase.loyalty;

import java.math.BigDecimal;
import java.util.List;

/**
 * What several multipliers on one line come to. Double and triple points at once are worth, by
 * policy: 4 times (1 + 1 + 2), 6 times (2 × 3), or 3 times.
 */
public enum StackingPolicy {
  ADD,
  MULTIPLY,
  BEST_OF;

  /**
   * The factor for all of them together; 1 for none.
   *
   * @param percents 200 doubles
   */
  BigDecimal factor(List<Integer> percents) {
    BigDecimal factor = BigDecimal.ONE;
    for (int percent : percents) {
      BigDecimal one = BigDecimal.valueOf(percent, 2);
      switch (this) {
        case ADD:
          factor = factor.add(one).subtract(BigDecimal.ONE);
          break;
        case MULTIPLY:
          factor = factor.multiply(one);
          break;
        default:
          factor = factor.max(one);
      }
    }
    return factor;
  }
}
