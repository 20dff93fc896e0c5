package org.postpurchase.benchmarks.measure;

import java.util.Arrays;
import java.util.Random;

/**
 * A median with its 95 % interval by bootstrap.
 *
 * @param low 2.5th percentile of the medians of 2,000 resamples
 * @param median of all values
 * @param high 97.5th percentile
 */
public record Interval(double low, double median, double high) {
  private static final int RESAMPLES = 2_000;

  /** All three are NaN when there is no value. */
  static Interval of(double[] values, long seed) {
    if (values.length == 0) {
      return new Interval(Double.NaN, Double.NaN, Double.NaN);
    }
    Random random = new Random(seed);
    double[] medians = new double[RESAMPLES];
    double[] drawn = new double[values.length];
    for (int i = 0; i < RESAMPLES; i++) {
      for (int j = 0; j < drawn.length; j++) {
        drawn[j] = values[random.nextInt(values.length)];
      }
      medians[i] = median(drawn);
    }
    Arrays.sort(medians);
    return new Interval(
        medians[(int) (RESAMPLES * 0.025)], median(values), medians[(int) (RESAMPLES * 0.975)]);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    if (n == 0) {
      return Double.NaN;
    }
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }
}
