package org.postpurchase.review;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** One version of what an author wrote. Immutable. */
public final class ReviewText {
  public final int version;
  public final int stars;

  /** Empty for stars alone. */
  public final String body;

  /** Address of a video; empty for none. */
  public final String video;

  public final Instant writtenAt;

  public ReviewText(int version, int stars, String body, String video, Instant writtenAt) {
    this.version = version;
    this.stars = stars;
    this.body = requireNonNull(body, "body");
    this.video = requireNonNull(video, "video");
    this.writtenAt = requireNonNull(writtenAt, "writtenAt");
  }
}
