package org.postpurchase.review;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A published review with everything that is shown beside it. Immutable. */
public final class ShownReview {
  public final Review review;
  public final String body;
  public final Optional<ReviewReply> reply;

  /** Hashes of its photos, oldest first. */
  public final List<String> photos;

  /** Address of a video as its author gave it; empty for none. */
  public final String video;

  public ShownReview(Review review, String body, Optional<ReviewReply> reply, List<String> photos) {
    this(review, body, reply, photos, "");
  }

  private ShownReview(
      Review review, String body, Optional<ReviewReply> reply, List<String> photos, String video) {
    this.review = requireNonNull(review, "review");
    this.body = requireNonNull(body, "body");
    this.reply = requireNonNull(reply, "reply");
    this.photos = Collections.unmodifiableList(new ArrayList<>(photos));
    this.video = requireNonNull(video, "video");
  }

  ShownReview with(List<String> newPhotos) {
    return new ShownReview(review, body, reply, newPhotos, video);
  }

  /** The same with a video. */
  public ShownReview video(String url) {
    return new ShownReview(review, body, reply, photos, url);
  }

  /** Whether its author has changed the text. */
  public boolean isEdited() {
    return review.textVersion > 1;
  }
}
