package org.postpurchase.review;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.ShownText;
import org.postpurchase.shared.Transactions;

/**
 * Takes what an author wrote about one line of an order: a new review, or a new version of an
 * earlier one. The same text again, such as by a second press of the button, changes nothing.
 *
 * <p>A new version of a published review goes through the same check as a new review. One that the
 * shop has hidden comes back to the shop's queue and stays there until it is published by the shop,
 * whatever its author does. Another one that its author had withdrawn is like new.
 */
public final class WriteReview {
  /** Triggers of moments: a new review; a version with fewer stars, of which series do not hear. */
  public static final String TRIGGER = "REVIEW_LEFT";

  public static final String LOWERED = "REVIEW_LOWERED";
  public static final int TEXT_MAX = 5000;
  public static final int NICKNAME_MAX = 40;
  public static final int PHOTOS_MAX = 5;

  private final ReviewSettingsReader settings;
  private final OrderReader orders;
  private final ReadLines read;
  private final ReviewStore store;
  private final PhotoStore photos;
  private final Effects effects;

  /** What a review brings about. */
  static final class Effects {
    final MoveReview move;
    final ReviewRewards rewards;
    final KeptLines kept;
    final Supplier<Moments> moments;
    final Transactions transactions;
    final Clock clock;

    Effects(
        MoveReview move,
        ReviewRewards rewards,
        KeptLines kept,
        Supplier<Moments> moments,
        Transactions transactions,
        Clock clock) {
      this.move = move;
      this.rewards = rewards;
      this.kept = kept;
      this.moments = moments;
      this.transactions = transactions;
      this.clock = clock;
    }
  }

  WriteReview(
      ReviewSettingsReader settings,
      OrderReader orders,
      ReadLines read,
      ReviewStore store,
      PhotoStore photos,
      Effects effects) {
    this.settings = settings;
    this.orders = orders;
    this.read = read;
    this.store = store;
    this.photos = photos;
    this.effects = effects;
  }

  /** Text and nickname as they would be kept and shown. */
  public static String text(String typed) {
    return ShownText.paragraphs(typed, Integer.MAX_VALUE);
  }

  /**
   * Saves the draft, or refuses it with nothing changed.
   *
   * @param orderId from the author's link; the caller has judged its token
   */
  public WriteResult write(long orderId, ReviewDraft draft) {
    Optional<WriteProblem> typed = DraftRules.problemOf(draft);
    if (typed.isPresent()) {
      return WriteResult.refused(typed.get());
    }
    WriteResult result = effects.transactions.call(() -> save(orderId, draft));
    boolean raced = result.problem.filter(WriteProblem.CHANGED_MEANWHILE::equals).isPresent();
    return raced ? effects.transactions.call(() -> save(orderId, draft)) : result;
  }

  private WriteResult save(long orderId, ReviewDraft draft) {
    ReviewSettings active = settings.active().orElse(null);
    OrderSnapshot order = orders.find(orderId).orElse(null);
    if (active == null || order == null) {
      return WriteResult.refused(WriteProblem.CLOSED);
    }
    ReviewLine line =
        read.of(order).stream()
            .filter(l -> l.line.lineId == draft.lineId && l.isWritable())
            .findFirst()
            .orElse(null);
    if (line == null) {
      return WriteResult.refused(WriteProblem.NOT_THIS_LINE);
    }
    if (planned(Collections.<String>emptyList(), draft, active).size() > PHOTOS_MAX) {
      return WriteResult.refused(WriteProblem.TOO_MANY_PHOTOS);
    }
    if (!active.videoHosts.isEmpty() && !draft.video.isEmpty() && video(draft, active).isEmpty()) {
      return WriteResult.refused(WriteProblem.VIDEO_NOT_ALLOWED);
    }
    if (!line.review.isPresent()) {
      if (isReviewedMeanwhile(order, line)) {
        return WriteResult.refused(WriteProblem.CHANGED_MEANWHILE);
      }
      Optional<Long> added = begin(order, line, draft, active);
      if (added.isPresent()) {
        return first(added.get(), order, line, draft, active);
      }
    }
    return again(order, line, draft, active);
  }

  /** A mailbox has one review of a product by a unique index, a customer by a lock. */
  private boolean isReviewedMeanwhile(OrderSnapshot order, ReviewLine line) {
    Author author = Author.of(order);
    if (!author.hasAccount()) {
      return false;
    }
    store.lockSummary(line.line.goods.productId, effects.clock.instant());
    return store.isReviewedBy(line.line.goods.productId, author.customerId);
  }

  private Optional<Long> begin(
      OrderSnapshot order, ReviewLine line, ReviewDraft draft, ReviewSettings active) {
    Author author = Author.of(order);
    Review.Place place =
        new Review.Place(
            line.line.goods.productId,
            author.key,
            order.orderId,
            line.line.lineId,
            author.customerId);
    Review fresh =
        Review.about(place)
            .stars(draft.stars)
            .incentivised(!active.incentive.isEmpty() || effects.rewards.arePromised())
            .verified(effects.kept.isKept(place))
            .by(draft.shownName(), draft.locale.toLanguageTag())
            .at(effects.clock.instant(), null)
            .build();
    return store.add(fresh, text(draft.body), video(draft, active));
  }

  private WriteResult first(
      long id, OrderSnapshot order, ReviewLine line, ReviewDraft draft, ReviewSettings active) {
    Review fresh = store.lock(id).get();
    List<String> shown = keep(fresh, draft, active);
    Review after = judged(fresh.but().photos(shown.size()), fresh, shown, draft, active);
    Review saved = effects.move.move(null, after, event(ReviewEvent.Kind.WRITTEN, null, after));
    tell(TRIGGER, saved, order, line);
    return WriteResult.saved(saved);
  }

  private WriteResult again(
      OrderSnapshot order, ReviewLine line, ReviewDraft draft, ReviewSettings active) {
    Optional<Review> before =
        line.review.isPresent()
            ? line.review
            : store.find(line.line.goods.productId, Author.of(order).key);
    Review known = before.flatMap(r -> store.lock(r.id)).orElse(null);
    if (known == null) {
      return WriteResult.refused(WriteProblem.CHANGED_MEANWHILE);
    }
    ReviewText text = store.textOf(known.id).orElse(null);
    String body = text(draft.body);
    boolean sameText =
        text != null
            && text.body.equals(body)
            && text.stars == draft.stars
            && text.video.equals(video(draft, active));
    boolean sameWords = sameText && known.nickname.equals(draft.shownName());
    List<String> hadPhotos = photos.of(known.id);
    List<String> shown = planned(hadPhotos, draft, active);
    if (shown.size() > PHOTOS_MAX) {
      return WriteResult.refused(WriteProblem.TOO_MANY_PHOTOS);
    }
    if (sameWords && shown.equals(hadPhotos) && known.state != ReviewState.WITHDRAWN) {
      return WriteResult.same(known);
    }
    keep(known, draft, active);
    Review.Builder next =
        known
            .but()
            .stars(draft.stars)
            .by(draft.shownName(), draft.locale.toLanguageTag())
            .photos(shown.size());
    if (!sameText) {
      int version = known.textVersion + 1;
      store.add(
          known.id,
          new ReviewText(
              version, draft.stars, body, video(draft, active), effects.clock.instant()));
      next.text(version);
    }
    Review after = judged(next, known, shown, draft, active);
    Review saved =
        effects.move.move(known, after, event(ReviewEvent.Kind.EDITED, known.state, after));
    if (saved.stars < known.stars) {
      tell(LOWERED, saved, order, line);
    }
    return WriteResult.saved(saved);
  }

  /** What the shop has hidden waits for the shop, whatever its settings and the author's edits. */
  private Review judged(
      Review.Builder next,
      Review before,
      List<String> shown,
      ReviewDraft draft,
      ReviewSettings active) {
    boolean kept = effects.kept.isKept(before.place);
    UncheckedReview review =
        new UncheckedReview(
            kept,
            !shown.isEmpty(),
            draft.shownName() + "\n" + text(draft.body) + "\n" + video(draft, active));
    boolean held = before.edition > 1 && ReviewEvent.isHeldByShop(store.eventsOf(before.id));
    boolean atOnce = !held && active.publishing.showsAtOnce(review);
    return next.state(atOnce ? ReviewState.PUBLISHED : ReviewState.WAITING).build();
  }

  /** Which photos there would be. */
  private static List<String> planned(
      List<String> before, ReviewDraft draft, ReviewSettings active) {
    List<String> after = new ArrayList<>(before);
    after.removeAll(draft.removed);
    if (active.photos) {
      draft.added.stream().map(p -> p.sha256).filter(p -> !after.contains(p)).forEach(after::add);
    }
    return after;
  }

  private List<String> keep(Review review, ReviewDraft draft, ReviewSettings active) {
    Instant now = effects.clock.instant();
    List<String> before = photos.of(review.id);
    List<String> after = planned(before, draft, active);
    before.stream()
        .filter(sha -> !after.contains(sha))
        .forEach(sha -> photos.remove(review.id, sha, now));
    draft.added.stream()
        .filter(photo -> after.contains(photo.sha256))
        .forEach(photo -> photos.add(review.id, photo, now));
    return after;
  }

  /** Empty for none, and for one that is not taken. */
  private static String video(ReviewDraft draft, ReviewSettings active) {
    return VideoLink.read(draft.video, active.videoHosts).map(v -> v.url).orElse("");
  }

  private ReviewEvent event(ReviewEvent.Kind kind, ReviewState from, Review after) {
    return new ReviewEvent(
        kind, from, after.state, ReviewEvent.AUTHOR, "", effects.clock.instant());
  }

  private void tell(String trigger, Review review, OrderSnapshot order, ReviewLine line) {
    Moment.Builder moment =
        Moment.of(trigger, EmailAddress.stored(order.email))
            .order(order.orderId)
            .line(line.line.lineId)
            .values(
                MomentValues.none()
                    .text("product", ShownText.line(line.line.name, 200))
                    .number("stars", review.stars));
    if (review.place.customerId != 0) {
      moment.customer(review.place.customerId);
    }
    effects.moments.get().report(moment.happened("review:" + review.id, review.writtenAt));
  }
}
