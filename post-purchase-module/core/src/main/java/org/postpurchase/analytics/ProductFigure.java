package org.postpurchase.analytics;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How one product does. Immutable. */
public final class ProductFigure {
  private static final int STARS_MOST = 5;

  /** The host's product. */
  public final long productId;

  public final Kept kept;
  public final Problems problems;
  public final Recommended recommended;
  private final long[] stars;

  /**
   * @param stars how many published reviews have one star, two and so on
   */
  public ProductFigure(
      long productId, long[] stars, Kept kept, Problems problems, Recommended recommended) {
    this.productId = productId;
    this.stars = stars.clone();
    this.kept = requireNonNull(kept, "kept");
    this.problems = requireNonNull(problems, "problems");
    this.recommended = requireNonNull(recommended, "recommended");
  }

  /** Published reviews. */
  public long reviews() {
    long all = 0;
    for (long each : stars) {
      all += each;
    }
    return all;
  }

  /** Of them, those with one or two stars. */
  public long low() {
    return stars[0] + stars[1];
  }

  /** Rounded half up to one digit behind the point; empty without reviews. */
  public Optional<BigDecimal> average() {
    long sum = 0;
    for (int i = 0; i < STARS_MOST; i++) {
      sum += stars[i] * (i + 1);
    }
    return reviews() == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(reviews()), 1, RoundingMode.HALF_UP));
  }

  /** What became of lines that reached their buyers. Immutable. */
  public static final class Kept {
    /** Of which at least one piece was kept. */
    public final long kept;

    /** Of which everything came back. */
    public final long back;

    public Kept(long kept, long back) {
      this.kept = kept;
      this.back = back;
    }
  }

  /** Cases about lines with the product: low reviews, and what buyers reported. Immutable. */
  public static final class Problems {
    public static final Problems NONE = new Problems(0, 0);

    public final long all;

    /** Of them, those that are not closed. */
    public final long open;

    public Problems(long all, long open) {
      this.all = all;
      this.open = open;
    }
  }

  /**
   * Answers to "would you recommend us" after orders in which the product was, so an answer counts
   * for each product of its order. Immutable.
   */
  public static final class Recommended {
    public static final Recommended NONE = new Recommended(0, 0, 0);

    /** Nine or ten. */
    public final long promoters;

    /** Six or less. */
    public final long detractors;

    public final long answers;

    public Recommended(long promoters, long detractors, long answers) {
      this.promoters = promoters;
      this.detractors = detractors;
      this.answers = answers;
    }

    /** The net promoter score, from -100 to 100; 0 without answers. */
    public long score() {
      return answers == 0
          ? 0
          : BigDecimal.valueOf(100 * (promoters - detractors))
              .divide(BigDecimal.valueOf(answers), 0, RoundingMode.HALF_UP)
              .longValueExact();
    }
  }
}
