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

  public ShownReview(Review review, String body, Optional<ReviewReply> reply, List<String> photos) {
    this.review = requireNonNull(review, "review");
    this.body = requireNonNull(body, "body");
    this.reply = requireNonNull(reply, "reply");
    this.photos = Collections.unmodifiableList(new ArrayList<>(photos));
  }

  ShownReview with(List<String> newPhotos) {
    return new ShownReview(review, body, reply, newPhotos);
  }

  /** Whether its author has changed the text. */
  public boolean isEdited() {
    return review.textVersion > 1;
  }
}
