package org.postpurchase.review;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What became of a draft: a review, or a problem and nothing changed. Immutable. */
public final class WriteResult {
  public final Optional<Review> review;
  public final Optional<WriteProblem> problem;

  /** Whether the very same had been saved before. */
  public final boolean repeated;

  private WriteResult(Optional<Review> review, Optional<WriteProblem> problem, boolean repeated) {
    this.review = requireNonNull(review, "review");
    this.problem = requireNonNull(problem, "problem");
    this.repeated = repeated;
  }

  static WriteResult saved(Review review) {
    return new WriteResult(Optional.of(review), Optional.empty(), false);
  }

  static WriteResult same(Review review) {
    return new WriteResult(Optional.of(review), Optional.empty(), true);
  }

  static WriteResult refused(WriteProblem problem) {
    return new WriteResult(Optional.empty(), Optional.of(problem), false);
  }
}
