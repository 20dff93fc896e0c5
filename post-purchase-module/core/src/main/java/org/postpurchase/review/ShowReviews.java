package org.postpurchase.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.shared.Transactions;

/**
 * A product's reviews for its page: at most three statements, none of which grows with the number
 * of reviews. Changes nothing.
 */
public final class ShowReviews {
  public static final int PAGE = 5;

  private final ReviewViews views;
  private final PhotoStore photos;
  private final Transactions transactions;

  public ShowReviews(ReviewViews views, PhotoStore photos, Transactions transactions) {
    this.views = views;
    this.photos = photos;
    this.transactions = transactions;
  }

  /** Empty while reviews are switched off. */
  public Optional<ReviewPage> page(ReviewQuery query) {
    return transactions.call(() -> views.head(query.productId).map(head -> page(query, head)));
  }

  private ReviewPage page(ReviewQuery query, ReviewViews.Head head) {
    if (head.summary.count() == 0) {
      return new ReviewPage(query, head, Collections.<ShownReview>emptyList(), "");
    }
    List<ShownReview> found = views.page(query, PAGE + 1);
    List<ShownReview> shown = found.subList(0, Math.min(PAGE, found.size()));
    List<Long> withPhotos =
        shown.stream()
            .filter(r -> r.review.photos > 0)
            .map(r -> r.review.id)
            .collect(Collectors.toList());
    Map<Long, List<String>> pictures =
        withPhotos.isEmpty() ? Collections.<Long, List<String>>emptyMap() : photos.of(withPhotos);
    List<ShownReview> reviews = new ArrayList<>();
    for (ShownReview each : shown) {
      reviews.add(
          each.with(pictures.getOrDefault(each.review.id, Collections.<String>emptyList())));
    }
    return new ReviewPage(query, head, reviews, found.size() > PAGE ? end(shown) : "");
  }

  private static String end(List<ShownReview> shown) {
    Review last = shown.get(shown.size() - 1).review;
    return new ReviewQuery.Place(last.stars, last.publishedAt, last.id).toString();
  }
}
