package org.postpurchase.loyalty;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

/**
 * What several multipliers on one line come to. Double and triple points at once are worth, by
 * policy: 4 times (1 + 1 + 2), 6 times (2 × 3), or 3 times.
 */
public enum StackingPolicy {
  ADD,
  MULTIPLY,
  BEST_OF;

  /** Those that have a part in the factor: the first of the best ones, or all. */
  List<Multiplication> counting(List<Multiplication> multipliers) {
    if (this != BEST_OF || multipliers.isEmpty()) {
      return multipliers;
    }
    Multiplication best = multipliers.get(0);
    for (Multiplication each : multipliers) {
      best = each.percent > best.percent ? each : best;
    }
    return Collections.singletonList(best);
  }

  /** A rule that multiplies the points of a line, and by how much. */
  static final class Multiplication {
    final EarningRule rule;
    final int percent;

    Multiplication(EarningRule rule, int percent) {
      this.rule = rule;
      this.percent = percent;
    }
  }

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
