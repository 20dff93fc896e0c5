package org.postpurchase.site.review;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.ReviewParts;
import org.postpurchase.broadleaf.config.StoryParts;
import org.postpurchase.review.ReviewDraft;
import org.postpurchase.review.ReviewForm;
import org.postpurchase.review.ReviewLine;
import org.postpurchase.review.WriteResult;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Transactions;
import org.postpurchase.story.StoryUse;

/** What the form's page asks of the plugin. */
final class ReviewUses {
  private static final String SOURCE = "REVIEW_PAGE";

  private final ReviewParts parts;
  private final StoryParts stories;
  private final Transactions transactions;
  private final Clock clock;

  public ReviewUses(Infrastructure base, ReviewParts parts, StoryParts stories) {
    this.parts = parts;
    this.stories = stories;
    transactions = base.transactions;
    clock = base.clock;
  }

  /**
   * The order behind a token.
   *
   * @throws org.postpurchase.tracking.LinkRefusedException when it is not good
   */
  long order(String token) {
    return parts.links.read(token);
  }

  Optional<ReviewForm> open(long orderId) {
    return parts.engine.open().of(orderId);
  }

  WriteResult write(long orderId, ReviewDraft draft) {
    return parts.engine.write().write(orderId, draft);
  }

  boolean withdraw(long orderId, long reviewId) {
    return parts.engine.withdraw().withdraw(orderId, reviewId);
  }

  /** Where a review may be used besides its page. */
  Set<StoryUse> rights(long reviewId) {
    return stories.rights.usesOf(reviewId);
  }

  /** Whether the shop waits for an answer about the right to a review. */
  boolean isAsked(long reviewId) {
    return stories.rights.isAsked(reviewId);
  }

  /**
   * Gives or takes back the right to a review of this buyer; of another's, nothing happens.
   *
   * @param sentence what the buyer read
   */
  void give(ReviewForm form, long reviewId, Set<StoryUse> uses, String sentence) {
    if (form.settings.gallery || uses.isEmpty()) {
      stories.rights.give(reviewId, EmailAddress.stored(form.order.email).key(), uses, sentence);
    }
  }

  void stop(ReviewForm form, boolean stopped) {
    String contact = EmailAddress.stored(form.order.email).key();
    transactions.run(() -> parts.asks.stop(contact, stopped, SOURCE, clock.instant()));
  }

  /** A small photo that this buyer added. */
  Optional<byte[]> photo(ReviewForm form, String sha256) {
    for (ReviewLine line : form.lines) {
      if (form.photos(line).contains(sha256)) {
        return transactions.call(() -> parts.photos.of(line.review.get().id, sha256, true));
      }
    }
    return Optional.empty();
  }
}
