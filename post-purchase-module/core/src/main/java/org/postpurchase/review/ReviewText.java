package org.postpurchase.review;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** One version of what an author wrote. Immutable. */
public final class ReviewText {
  public final int version;
  public final int stars;

  /** Empty for stars alone. */
  public final String body;

  public final Instant writtenAt;

  public ReviewText(int version, int stars, String body, Instant writtenAt) {
    this.version = version;
    this.stars = stars;
    this.body = requireNonNull(body, "body");
    this.writtenAt = requireNonNull(writtenAt, "writtenAt");
  }
}
