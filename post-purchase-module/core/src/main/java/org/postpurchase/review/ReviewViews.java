package org.postpurchase.review;

import java.util.List;
import java.util.Optional;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;

/** Reading reviews for pages and lists. Takes no locks. */
public interface ReviewViews {
  /** Settings and counts of a product, with one statement; empty while reviews are off. */
  Optional<Head> head(long productId);

  /** Settings, while reviews are switched on, and counts of a product. */
  final class Head {
    public final ReviewSettings settings;
    public final ReviewSummary summary;
    public final KeptCounts.Kept kept;

    public Head(ReviewSettings settings, ReviewSummary summary, KeptCounts.Kept kept) {
      this.settings = settings;
      this.summary = summary;
      this.kept = kept;
    }
  }

  /** Published reviews with a text in ascending id, behind that one, without their photos. */
  List<ShownReview> feed(long after, int limit);

  /** Published reviews without their photos, with one statement. */
  List<ShownReview> page(ReviewQuery query, int atMost);

  /** How many are in that state, null for all; {@code most} + 1 when they are more than that. */
  int countUpTo(int most, ReviewState state, String search);

  /**
   * For staff; those that wait oldest first, others newest first.
   *
   * @param state null for all
   * @param search part of a mailbox or nickname, or an order's id; empty for all
   */
  PageOf<ShownReview> page(ReviewState state, String search, ListPage page);
}
