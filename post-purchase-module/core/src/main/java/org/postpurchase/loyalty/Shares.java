package org.postpurchase.loyalty;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Splits a whole number over parts in proportion to weights, by largest remainder: the parts sum to
 * it exactly, and none is a full unit away from its exact share. Equal remainders go to the earlier
 * part, so the same input gives the same split.
 */
final class Shares {
  private Shares() {}

  /**
   * @param total not below zero
   * @param weights not below zero; all zero gives zeros
   */
  static long[] of(long total, long[] weights) {
    BigInteger[] exact = new BigInteger[weights.length];
    for (int i = 0; i < weights.length; i++) {
      exact[i] = BigInteger.valueOf(weights[i]);
    }
    return of(total, exact);
  }

  private static long[] of(long total, BigInteger[] weights) {
    BigInteger sum = BigInteger.ZERO;
    for (BigInteger weight : weights) {
      sum = sum.add(weight);
    }
    long[] parts = new long[weights.length];
    if (sum.signum() == 0 || total == 0) {
      return parts;
    }
    BigInteger[] remainders = new BigInteger[weights.length];
    long given = 0;
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] exact = BigInteger.valueOf(total).multiply(weights[i]).divideAndRemainder(sum);
      parts[i] = exact[0].longValueExact();
      remainders[i] = exact[1];
      given += parts[i];
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing((Integer i) -> remainders[i]).reversed().thenComparing(i -> i));
    for (int i = 0; given < total; i++, given++) {
      parts[order.get(i)]++;
    }
    return parts;
  }

  /** The same by exact weights; all parts are zero when all weights are. */
  static long[] of(long total, BigDecimal[] weights) {
    int scale = 0;
    for (BigDecimal weight : weights) {
      scale = Math.max(scale, weight.scale());
    }
    BigInteger[] whole = new BigInteger[weights.length];
    for (int i = 0; i < weights.length; i++) {
      whole[i] = weights[i].setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
    }
    return of(total, whole);
  }

  /** Exact: fails rather than overflowing. */
  static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum = Math.addExact(sum, value);
    }
    return sum;
  }

  /** {@code total * part / whole}, rounded down. */
  static long part(long total, long part, long whole) {
    return whole == 0
        ? 0
        : BigDecimal.valueOf(total)
            .multiply(BigDecimal.valueOf(part))
            .divide(BigDecimal.valueOf(whole), 0, RoundingMode.DOWN)
            .longValueExact();
  }
}
