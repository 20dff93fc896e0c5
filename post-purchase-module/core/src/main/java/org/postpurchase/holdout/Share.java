package org.postpurchase.holdout;

/**
 * How many of some people did something. Bounds at 95 %: of the share Wilson's, of the difference
 * of two independent shares Newcombe's (R. G. Newcombe, Statistics in Medicine 17, 1998, method
 * 10). Immutable.
 */
public final class Share {
  private static final double Z = 1.959964;

  public final long people;
  public final long hits;

  /**
   * @throws IllegalArgumentException when more people did it than there are
   */
  public Share(long people, long hits) {
    if (hits < 0 || hits > people) {
      throw new IllegalArgumentException(hits + " of " + people);
    }
    this.people = people;
    this.hits = hits;
  }

  /** Between 0 and 1; 0 of nobody. */
  public double value() {
    return people == 0 ? 0 : (double) hits / people;
  }

  /** With 95 % certainty this share is larger than the other one by at least this. */
  public double aboveLeast(Share other) {
    double down = value() - bound(-1);
    double up = other.bound(1) - other.value();
    return value() - other.value() - Math.sqrt(down * down + up * up);
  }

  /** With 95 % certainty this share is larger than the other one by at most this. */
  public double aboveMost(Share other) {
    double up = bound(1) - value();
    double down = other.value() - other.bound(-1);
    return value() - other.value() + Math.sqrt(up * up + down * down);
  }

  private double bound(int sign) {
    double n = people;
    double square = Z * Z;
    double centre = value() + square / (2 * n);
    double spread = Z * Math.sqrt(value() * (1 - value()) / n + square / (4 * n * n));
    return (centre + sign * spread) / (1 + square / n);
  }
}
