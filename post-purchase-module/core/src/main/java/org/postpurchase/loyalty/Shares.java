package org.postpurchase.loyalty;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Splits a whole number over parts in proportion to weights, by largest remainder: the parts sum to
 * it exactly, and none is a full unit away from its exact share. Equal remainders go to the earlier
 * part, so the same input gives the same split.
 */
final class Shares {
  private static final int DIGITS = 15;

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
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] exact = BigInteger.valueOf(total).multiply(weights[i]).divideAndRemainder(sum);
      parts[i] = exact[0].longValueExact();
      remainders[i] = exact[1];
    }
    return giveRest(total, parts, remainders);
  }

  /** What rounding down has left goes to the largest remainders. */
  private static <R extends Comparable<R>> long[] giveRest(
      long total, long[] parts, R[] remainders) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing((Integer i) -> remainders[i]).reversed().thenComparing(i -> i));
    long given = sum(parts);
    for (int i = 0; given < total; i++, given++) {
      parts[order.get(i)]++;
    }
    return parts;
  }

  /**
   * The same by weights that are exact to at least {@value #DIGITS} digits; all parts are zero when
   * all weights are. What differs in later digits counts as equal: it comes from rounding.
   */
  static long[] of(long total, BigDecimal[] weights) {
    BigDecimal sum = Arrays.stream(weights).reduce(BigDecimal.ZERO, BigDecimal::add);
    long[] parts = new long[weights.length];
    if (sum.signum() == 0 || total == 0) {
      return parts;
    }
    BigDecimal[] remainders = new BigDecimal[weights.length];
    for (int i = 0; i < weights.length; i++) {
      BigDecimal exact =
          BigDecimal.valueOf(total).multiply(weights[i]).divide(sum, DIGITS, RoundingMode.HALF_UP);
      parts[i] = exact.setScale(0, RoundingMode.DOWN).longValueExact();
      remainders[i] = exact.subtract(BigDecimal.valueOf(parts[i]));
    }
    return giveRest(total, parts, remainders);
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
