package org.postpurchase.benchmarks.measure;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds how many rounds are wanted
 * @param most no round begins later than this after the first
 * @param scale share of the full size of tables and slices, above 0 and at most 1
 * @param seed decides everything that is drawn
 */
public record Setting(int rounds, Duration most, double scale, long seed) {
  public static Setting quick(long seed) {
    return new Setting(7, Duration.ofSeconds(45), 0.2, seed);
  }

  public static Setting full(long seed) {
    return new Setting(24, Duration.ofMinutes(10), 1, seed);
  }

  public Setting withRounds(int number) {
    return new Setting(number, most, scale, seed);
  }

  public Setting withScale(double share) {
    return new Setting(rounds, most, share, seed);
  }

  /** That share of so many, at least so many. */
  public int of(int full, int least) {
    return Math.max(least, (int) (full * scale));
  }
}
