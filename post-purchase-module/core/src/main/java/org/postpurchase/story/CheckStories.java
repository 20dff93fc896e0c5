package org.postpurchase.story;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.Moments;
import org.postpurchase.review.Review;
import org.postpurchase.review.ReviewStore;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.Transactions;

/** What staff does with stories: ask for the right, choose what is shown, take it off again. */
public final class CheckStories {
  private final StoryStore stories;
  private final ReviewStore reviews;
  private final Function<Long, String> links;
  private final Supplier<Moments> moments;
  private final Transactions transactions;
  private final Clock clock;

  /**
   * @param links the address of the review form for an order, as its buyer gets it
   */
  public CheckStories(
      StoryStore stories,
      ReviewStore reviews,
      Function<Long, String> links,
      Supplier<Moments> moments,
      Transactions transactions,
      Clock clock) {
    this.stories = stories;
    this.reviews = reviews;
    this.links = links;
    this.moments = moments;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What became of it. */
  public enum Outcome {
    DONE,
    /** It was so already, or its owner has not given the right. */
    NOTHING_TO_DO,
    /** Its owner or another admin has changed it since it was looked at. */
    CHANGED_MEANWHILE,
    MISSING
  }

  /** Shows the story where its owner lets it be used. */
  public Outcome show(long storyId, int edition, String actor) {
    return move(storyId, edition, StoryState.SHOWN, actor);
  }

  /** Shows it nowhere. */
  public Outcome hide(long storyId, int edition, String actor) {
    return move(storyId, edition, StoryState.HIDDEN, actor);
  }

  /**
   * Notes that its owner has taken the right back otherwise than on the form, such as by writing to
   * the shop: it is used nowhere any more, and staff cannot bring it back.
   */
  public Outcome withdraw(long storyId, String actor) {
    return transactions.call(
        () -> {
          Story known = stories.lock(storyId).orElse(null);
          if (known == null) {
            return Outcome.MISSING;
          }
          if (known.state == StoryState.WITHDRAWN) {
            return Outcome.NOTHING_TO_DO;
          }
          Instant now = clock.instant();
          Story next = known.but().state(StoryState.WITHDRAWN).withdrawn(now).build();
          stories.save(next, "WITHDRAWN", actor, "", now);
          return Outcome.DONE;
        });
  }

  private Outcome move(long storyId, int edition, StoryState state, String actor) {
    return transactions.call(
        () -> {
          Story known = stories.lock(storyId).orElse(null);
          if (known == null) {
            return Outcome.MISSING;
          }
          if (known.edition != edition) {
            return Outcome.CHANGED_MEANWHILE;
          }
          boolean free = known.givenAt != null && known.state != StoryState.WITHDRAWN;
          if (!free || known.state == state) {
            return Outcome.NOTHING_TO_DO;
          }
          stories.save(known.but().state(state).build(), state.name(), actor, "", clock.instant());
          return Outcome.DONE;
        });
  }

  /**
   * Asks the author of a published review for the right, once: reports a moment that a series can
   * send as a mail. The answer is given on the review form.
   */
  public Outcome ask(long reviewId, String actor) {
    return transactions.call(
        () -> {
          Optional<Review> review = reviews.find(reviewId);
          if (!review.isPresent()) {
            return Outcome.MISSING;
          }
          if (!review.get().isPublished() || !stories.ofReview(reviewId).isEmpty()) {
            return Outcome.NOTHING_TO_DO;
          }
          ask(review.get(), actor);
          return Outcome.DONE;
        });
  }

  private void ask(Review review, String actor) {
    Instant now = clock.instant();
    Story asked =
        Story.of(
                StoryKind.TESTIMONIAL,
                "review:" + review.id,
                new Story.Origin(review.id, 0, review.place.productId, review.place.authorKey))
            .by(review.nickname, LocaleCode.parse(review.localeCode))
            .state(StoryState.ASKED)
            .created(now)
            .build();
    stories.add(asked);
    Story row = stories.lock(asked.key).get();
    stories.save(row, "ASKED", actor, "", now);
    Moment.Builder moment =
        Moment.of(RightsAskedTrigger.KEY, EmailAddress.stored(review.place.authorKey))
            .order(review.place.orderId)
            .reader(review.nickname, LocaleCode.parse(review.localeCode))
            .values(
                MomentValues.none()
                    .text("link", links.apply(review.place.orderId) + "#rights-" + review.id)
                    .number("stars", review.stars));
    if (review.place.customerId != 0) {
      moment.customer(review.place.customerId);
    }
    moments.get().report(moment.happened("review:" + review.id, now));
  }
}
