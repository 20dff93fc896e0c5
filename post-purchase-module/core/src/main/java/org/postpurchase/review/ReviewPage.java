package org.postpurchase.review;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One page of a product's reviews. Immutable. */
public final class ReviewPage {
  public final ReviewQuery query;
  public final ReviewSettings settings;
  public final ReviewSummary summary;
  public final KeptCounts.Kept kept;
  public final List<ShownReview> reviews;

  /** Where the next page begins; empty for none. */
  public final String next;

  ReviewPage(ReviewQuery query, ReviewViews.Head head, List<ShownReview> reviews, String next) {
    this.query = requireNonNull(query, "query");
    this.settings = head.settings;
    this.summary = head.summary;
    this.kept = head.kept;
    this.reviews = Collections.unmodifiableList(new ArrayList<>(reviews));
    this.next = requireNonNull(next, "next");
  }
}
