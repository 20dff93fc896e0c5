package org.postpurchase.review;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import org.postpurchase.shared.ShownText;
import org.postpurchase.shared.Transactions;

/**
 * What staff does with reviews: publish, hide for a reason, answer. One review at a time; there is
 * no way to do it to many, least of all by their stars.
 */
public final class CheckReviews {
  public static final int REPLY_MAX = 2000;
  public static final int NOTE_MAX = 500;

  private final ReviewStore store;
  private final MoveReview move;
  private final Transactions transactions;
  private final Clock clock;

  CheckReviews(ReviewStore store, MoveReview move, Transactions transactions, Clock clock) {
    this.store = store;
    this.move = move;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What became of it. */
  public enum Outcome {
    DONE,
    /** It was so already. */
    NOTHING_TO_DO,
    /** Its author or another admin has changed it since it was looked at. */
    CHANGED_MEANWHILE,
    MISSING
  }

  /**
   * Puts the review on the product's page.
   *
   * @param edition of the review as it was looked at
   */
  public Outcome publish(long reviewId, int edition, String actor) {
    return change(
        reviewId,
        edition,
        known ->
            known.state == ReviewState.PUBLISHED || known.state == ReviewState.WITHDRAWN
                ? Optional.empty()
                : Optional.of(
                    new Change(
                        known.but().state(ReviewState.PUBLISHED).build(),
                        new ReviewEvent(
                            ReviewEvent.Kind.PUBLISHED,
                            known.state,
                            ReviewState.PUBLISHED,
                            actor,
                            "",
                            clock.instant()))));
  }

  /**
   * Takes the review off the product's page, or keeps it off.
   *
   * @param note for staff; not shown to anybody else
   */
  public Outcome hide(long reviewId, int edition, HideReason reason, String note, String actor) {
    requireNonNull(reason, "reason");
    return change(
        reviewId,
        edition,
        known ->
            known.state == ReviewState.WITHDRAWN
                    || (known.state == ReviewState.HIDDEN && known.hideReason == reason)
                ? Optional.empty()
                : Optional.of(
                    new Change(
                        known.but().hidden(reason).build(),
                        new ReviewEvent(
                                ReviewEvent.Kind.HIDDEN,
                                known.state,
                                ReviewState.HIDDEN,
                                actor,
                                ShownText.line(note, NOTE_MAX),
                                clock.instant())
                            .because(reason))));
  }

  /**
   * Sets the shop's public answer; an empty one removes it.
   *
   * @param text at most {@value #REPLY_MAX} characters; the caller refuses longer ones
   */
  public Outcome reply(long reviewId, String text, String actor) {
    String body = ShownText.paragraphs(text, REPLY_MAX);
    return transactions.call(
        () -> {
          Review known = store.lock(reviewId).orElse(null);
          if (known == null) {
            return Outcome.MISSING;
          }
          String before = store.replyTo(reviewId).map(r -> r.body).orElse("");
          if (before.equals(body)) {
            return Outcome.NOTHING_TO_DO;
          }
          store.reply(reviewId, body, actor, clock.instant());
          ReviewEvent.Kind kind =
              body.isEmpty() ? ReviewEvent.Kind.REPLY_REMOVED : ReviewEvent.Kind.REPLIED;
          store.add(
              reviewId,
              new ReviewEvent(kind, known.state, known.state, actor, "", clock.instant()));
          return Outcome.DONE;
        });
  }

  private Outcome change(long reviewId, int edition, Wish wish) {
    return transactions.call(
        () -> {
          Review known = store.lock(reviewId).orElse(null);
          if (known == null) {
            return Outcome.MISSING;
          }
          if (known.edition != edition) {
            return Outcome.CHANGED_MEANWHILE;
          }
          Change change = wish.of(known).orElse(null);
          if (change == null) {
            return Outcome.NOTHING_TO_DO;
          }
          move.move(known, change.after, change.event);
          return Outcome.DONE;
        });
  }

  private interface Wish {
    Optional<Change> of(Review known);
  }

  private static final class Change {
    final Review after;
    final ReviewEvent event;

    Change(Review after, ReviewEvent event) {
      this.after = after;
      this.event = event;
    }
  }
}
