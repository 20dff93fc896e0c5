package org.postpurchase.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Photos with reviews. All methods join the caller's transaction. */
public interface PhotoStore {
  /** Hashes of the photos that a review has, oldest first. */
  List<String> of(long reviewId);

  /** The same for several reviews, with one statement. */
  Map<Long, List<String>> of(Collection<Long> reviewIds);

  /** Adds the picture to the review; one that it has already, or had, is there once. */
  void add(long reviewId, Photo photo, Instant now);

  /** Keeps the picture itself; one that is there already stays. */
  void keep(Photo photo, Instant now);

  /** Takes the photo away from the review. */
  void remove(long reviewId, String sha256, Instant now);

  /**
   * A picture that somebody may see who does not know whose it is: it is with a published review,
   * or an upload that is shown in the gallery.
   */
  Optional<byte[]> published(String sha256, boolean small);

  /** A picture of that review, whatever its state. */
  Optional<byte[]> of(long reviewId, String sha256, boolean small);

  /** A picture, whoever may see it; for staff. */
  Optional<byte[]> any(String sha256, boolean small);
}
