package org.postpurchase.story;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.postpurchase.review.PhotoStore;
import org.postpurchase.review.Review;
import org.postpurchase.review.ReviewStore;
import org.postpurchase.review.ReviewText;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.Transactions;

/**
 * An author lets the shop use a review outside its product's page, and takes that back. Giving it
 * again with the same uses changes nothing; taking it back ends all uses with the commit.
 */
public final class GiveRight {
  static final String OWNER = "owner";

  private final StoryStore stories;
  private final ReviewStore reviews;
  private final PhotoStore photos;
  private final Transactions transactions;
  private final Clock clock;

  public GiveRight(
      StoryStore stories,
      ReviewStore reviews,
      PhotoStore photos,
      Transactions transactions,
      Clock clock) {
    this.stories = stories;
    this.reviews = reviews;
    this.photos = photos;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The review, if that author wrote it. */
  private Review own(long reviewId, String authorKey) {
    return reviews.find(reviewId).filter(r -> r.place.authorKey.equals(authorKey)).orElse(null);
  }

  /**
   * Gives the right to the words and photos that the review has now.
   *
   * @param authorKey of the mailbox whose link was used; the caller has judged its token
   * @param uses none takes the right back
   * @param sentence what the author agreed to, as it was shown
   * @return whether there was such a review
   */
  public boolean give(long reviewId, String authorKey, Set<StoryUse> uses, String sentence) {
    return transactions.call(
        () -> {
          Review review = own(reviewId, authorKey);
          if (review == null) {
            return false;
          }
          if (uses.isEmpty()) {
            withdrawAll(reviewId);
            return true;
          }
          for (Story story : storiesOf(review)) {
            stories.add(story);
            give(stories.lock(story.key).get(), uses, sentence);
          }
          return true;
        });
  }

  private List<Story> storiesOf(Review review) {
    Instant now = clock.instant();
    Locale locale = LocaleCode.parse(review.localeCode);
    Story.Origin origin =
        new Story.Origin(review.id, 0, review.place.productId, review.place.authorKey);
    List<Story> all = new ArrayList<>();
    if (!reviews.textOf(review.id).map((ReviewText t) -> t.body).orElse("").isEmpty()) {
      all.add(
          Story.of(StoryKind.TESTIMONIAL, "review:" + review.id, origin)
              .by(review.nickname, locale)
              .created(now)
              .build());
    }
    for (String sha256 : photos.of(review.id)) {
      String key = "review:" + review.id + ":" + sha256;
      all.add(
          Story.of(StoryKind.PHOTO, key, origin)
              .by(review.nickname, locale)
              .picture(sha256)
              .created(now)
              .build());
    }
    return all;
  }

  private void give(Story known, Set<StoryUse> uses, String sentence) {
    boolean live = known.givenAt != null && known.state != StoryState.WITHDRAWN;
    if (live && known.uses.equals(uses)) {
      return;
    }
    Instant now = clock.instant();
    Story.Builder next = known.but().given(uses, sentence, now).withdrawn(null);
    if (!live) {
      next.state(StoryState.WAITING);
    }
    stories.save(next.build(), "GIVEN", OWNER, StoryUse.text(uses), now);
  }

  /** Takes back whatever right there is to the review; doing it again changes nothing. */
  public boolean withdraw(long reviewId, String authorKey) {
    return give(reviewId, authorKey, EnumSet.noneOf(StoryUse.class), "");
  }

  private void withdrawAll(long reviewId) {
    stories.ofReview(reviewId).forEach(story -> withdrawn(story.id, OWNER));
  }

  private void withdrawn(long storyId, String actor) {
    stories
        .lock(storyId)
        .filter(known -> known.state != StoryState.WITHDRAWN)
        .ifPresent(
            known -> {
              Instant now = clock.instant();
              Story next = known.but().state(StoryState.WITHDRAWN).withdrawn(now).build();
              stories.save(next, "WITHDRAWN", actor, "", now);
            });
  }

  /** Where the review may be used now; empty for nowhere. */
  public Set<StoryUse> usesOf(long reviewId) {
    return transactions.call(
        () -> {
          Set<StoryUse> uses = EnumSet.noneOf(StoryUse.class);
          stories.ofReview(reviewId).stream()
              .filter(s -> s.givenAt != null && s.state != StoryState.WITHDRAWN)
              .forEach(s -> uses.addAll(s.uses));
          return uses;
        });
  }

  /** Whether the shop has asked for the right and got no answer yet. */
  public boolean isAsked(long reviewId) {
    return transactions.call(
        () ->
            stories.ofReview(reviewId).stream()
                .anyMatch(s -> s.givenAt == null && s.state == StoryState.ASKED));
  }
}
