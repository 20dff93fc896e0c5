package org.postpurchase.review;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/** One line of a review's history. Immutable. */
public final class ReviewEvent {
  /** The names are stored and never change their meaning. */
  public enum Kind {
    WRITTEN,
    EDITED,
    PUBLISHED,
    HIDDEN,
    WITHDRAWN,
    REPLIED,
    REPLY_REMOVED,
    /** The author has the product (again). */
    VERIFIED,
    /** The author has sent all of it back. */
    UNVERIFIED,
    REWARDED,
    REWARD_TAKEN_BACK
  }

  /** Who acts when nobody of the shop does. */
  public static final String AUTHOR = "author";

  public static final String SHOP = "shop";

  public final Kind kind;

  /** Null for a new review. */
  public final ReviewState from;

  public final ReviewState to;

  /** Null unless it was hidden. */
  public final HideReason reason;

  /** Admin user, {@link #AUTHOR} or {@link #SHOP}. */
  public final String actor;

  /** What staff noted for each other; empty for nothing. */
  public final String note;

  public final Instant at;

  public ReviewEvent(
      Kind kind, ReviewState from, ReviewState to, String actor, String note, Instant at) {
    this(kind, from, to, null, actor, note, at);
  }

  private ReviewEvent(
      Kind kind,
      ReviewState from,
      ReviewState to,
      HideReason reason,
      String actor,
      String note,
      Instant at) {
    this.kind = requireNonNull(kind, "kind");
    this.from = from;
    this.to = requireNonNull(to, "to");
    this.reason = reason;
    this.actor = requireNonNull(actor, "actor");
    this.note = requireNonNull(note, "note");
    this.at = requireNonNull(at, "at");
  }

  /**
   * Whether staff has hidden a review and nobody of the shop has published it since, whatever its
   * author has done meanwhile.
   *
   * @param newestFirst the history of the review
   */
  static boolean isHeldByShop(List<ReviewEvent> newestFirst) {
    return newestFirst.stream()
        .filter(event -> event.kind == Kind.HIDDEN || event.kind == Kind.PUBLISHED)
        .findFirst()
        .filter(event -> event.kind == Kind.HIDDEN)
        .isPresent();
  }

  /** The same with the reason for hiding; null for none. */
  public ReviewEvent because(HideReason newReason) {
    return new ReviewEvent(kind, from, to, newReason, actor, note, at);
  }
}
