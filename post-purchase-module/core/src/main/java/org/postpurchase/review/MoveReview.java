package org.postpurchase.review;

import java.time.Clock;
import java.time.Instant;

/**
 * The only way in which a review changes: its row, its history, the product's counts and, when it
 * is published for the first time, what was promised for it, all in the caller's transaction.
 */
final class MoveReview {
  private final ReviewStore store;
  private final ReviewRewards rewards;
  private final KeptLines kept;
  private final Clock clock;

  MoveReview(ReviewStore store, ReviewRewards rewards, KeptLines kept, Clock clock) {
    this.store = store;
    this.rewards = rewards;
    this.kept = kept;
    this.clock = clock;
  }

  /**
   * @param before the locked review; null for one that was just added
   * @param after what becomes of it
   * @param event what to note; its states are those of the two
   * @return the review as it is now
   */
  Review move(Review before, Review after, ReviewEvent event) {
    Instant now = clock.instant();
    boolean appears = after.isPublished() && (before == null || !before.isPublished());
    Review.Builder next = after.but();
    if (appears) {
      next.at(after.writtenAt, now);
      next.verified(kept.isKept(after.place));
    }
    boolean first = appears && after.rewardedAt == null;
    if (first) {
      next.rewardedAt(now);
    }
    Review saved = next.row(after.id, after.edition + 1).build();
    store.save(saved);
    store.add(saved.id, event);
    ReviewSummary difference = ReviewSummary.of(saved).minus(ReviewSummary.of(before));
    if (!difference.isNothing()) {
      store.addToSummary(saved.place.productId, difference, now);
    }
    if (first && rewards.give(saved)) {
      note(saved, ReviewEvent.Kind.REWARDED, now);
    }
    if (isFraud(saved) && !isFraud(before) && saved.rewardedAt != null && rewards.takeBack(saved)) {
      note(saved, ReviewEvent.Kind.REWARD_TAKEN_BACK, now);
    }
    return saved;
  }

  /** The only reason for which a reward is taken back; it is never given a second time. */
  private static boolean isFraud(Review review) {
    return review != null && review.hideReason == HideReason.FAKE;
  }

  private void note(Review review, ReviewEvent.Kind kind, Instant now) {
    store.add(
        review.id, new ReviewEvent(kind, review.state, review.state, ReviewEvent.SHOP, "", now));
  }
}
