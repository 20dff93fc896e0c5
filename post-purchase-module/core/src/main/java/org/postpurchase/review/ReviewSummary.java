package org.postpurchase.review;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Published reviews of one product, counted. The average follows from it. Immutable. */
public final class ReviewSummary {
  public static final ReviewSummary NONE = new ReviewSummary(new long[5], 0, 0);

  private final long[] byStars;
  public final long verified;
  public final long withPhotos;

  /**
   * @param byStars how many have one star, two, and so on
   */
  public ReviewSummary(long[] byStars, long verified, long withPhotos) {
    if (byStars.length != 5) {
      throw new IllegalArgumentException("there are five numbers of stars");
    }
    this.byStars = byStars.clone();
    this.verified = verified;
    this.withPhotos = withPhotos;
  }

  /** What one review adds; nothing unless it is published. */
  static ReviewSummary of(Review review) {
    if (review == null || !review.isPublished()) {
      return NONE;
    }
    long[] one = new long[5];
    one[review.stars - 1] = 1;
    return new ReviewSummary(one, review.verified ? 1 : 0, review.photos > 0 ? 1 : 0);
  }

  /** What has to be added to the other to get this. */
  ReviewSummary minus(ReviewSummary other) {
    long[] difference = new long[5];
    for (int i = 0; i < 5; i++) {
      difference[i] = byStars[i] - other.byStars[i];
    }
    return new ReviewSummary(difference, verified - other.verified, withPhotos - other.withPhotos);
  }

  /** How many have that number of stars, 1 to 5. */
  public long with(int stars) {
    return byStars[stars - 1];
  }

  public long count() {
    long sum = 0;
    for (long n : byStars) {
      sum += n;
    }
    return sum;
  }

  /**
   * Mean of the stars with one decimal, halves up; 0 without reviews.
   *
   * <p>Never 5.0 while any review has fewer, and never 1.0 while any has more: rounding must not
   * hide the only other opinion.
   */
  public BigDecimal average() {
    return average(1);
  }

  /** The mean with that many decimals. */
  public BigDecimal average(int decimals) {
    long count = count();
    if (count == 0) {
      return BigDecimal.ZERO.setScale(decimals);
    }
    long sum = 0;
    for (int i = 0; i < 5; i++) {
      sum += (i + 1) * byStars[i];
    }
    BigDecimal mean =
        BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), decimals, RoundingMode.HALF_UP);
    BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
    if (mean.compareTo(BigDecimal.valueOf(5)) == 0 && byStars[4] < count) {
      return mean.subtract(step);
    }
    return mean.compareTo(BigDecimal.ONE) == 0 && byStars[0] < count ? mean.add(step) : mean;
  }

  boolean isNothing() {
    for (long n : byStars) {
      if (n != 0) {
        return false;
      }
    }
    return verified == 0 && withPhotos == 0;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ReviewSummary && minus((ReviewSummary) o).isNothing();
  }

  @Override
  public int hashCode() {
    return java.util.Arrays.hashCode(byStars) * 31 + Long.hashCode(verified * 31 + withPhotos);
  }

  @Override
  public String toString() {
    return java.util.Arrays.toString(byStars)
        + ", "
        + verified
        + " verified, "
        + withPhotos
        + " with photos";
  }
}
