package org.postpurchase.review;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** One person's opinion of one product, as its row has it. Immutable. */
public final class Review {
  /** 0 before it is stored. */
  public final long id;

  public final Place place;
  public final int stars;
  public final ReviewState state;

  /** Null unless it is hidden. */
  public final HideReason hideReason;

  /** Whether the author got the product and kept any of it. */
  public final boolean verified;

  /** Whether something was promised for it, whatever its stars. */
  public final boolean incentivised;

  /** When it was first published; null for never. What is given for a review is given then. */
  public final Instant rewardedAt;

  public final String localeCode;

  /** Empty for none. */
  public final String nickname;

  /** Which of its texts is the newest, from 1. */
  public final int textVersion;

  public final int photos;

  /** Goes up with each change. */
  public final int edition;

  public final Instant writtenAt;

  /** When it was last published; null for never. */
  public final Instant publishedAt;

  /** What it is about and who wrote it. Immutable. */
  public static final class Place {
    public final long productId;

    /** Key of the author's mailbox. */
    public final String authorKey;

    public final long orderId;
    public final long lineId;

    /** 0 for a guest. */
    public final long customerId;

    public Place(long productId, String authorKey, long orderId, long lineId, long customerId) {
      this.productId = productId;
      this.authorKey = requireNonNull(authorKey, "authorKey");
      this.orderId = orderId;
      this.lineId = lineId;
      this.customerId = customerId;
    }
  }

  private Review(Builder b) {
    id = b.id;
    place = b.place;
    stars = b.stars;
    state = b.state;
    hideReason = b.hideReason;
    verified = b.verified;
    incentivised = b.incentivised;
    rewardedAt = b.rewardedAt;
    localeCode = b.localeCode;
    nickname = b.nickname;
    textVersion = b.textVersion;
    photos = b.photos;
    edition = b.edition;
    writtenAt = b.writtenAt;
    publishedAt = b.publishedAt;
  }

  public static Builder about(Place place) {
    return new Builder(place);
  }

  /** A copy to be changed. */
  public Builder but() {
    Builder b = new Builder(place);
    b.id = id;
    b.stars = stars;
    b.state = state;
    b.hideReason = hideReason;
    b.verified = verified;
    b.incentivised = incentivised;
    b.rewardedAt = rewardedAt;
    b.localeCode = localeCode;
    b.nickname = nickname;
    b.textVersion = textVersion;
    b.photos = photos;
    b.edition = edition;
    b.writtenAt = writtenAt;
    b.publishedAt = publishedAt;
    return b;
  }

  public boolean isPublished() {
    return state == ReviewState.PUBLISHED;
  }

  /** Collects what a review has beside its place. Not thread-safe. */
  public static final class Builder {
    private final Place place;
    private long id;
    private int stars;
    private ReviewState state = ReviewState.WAITING;
    private HideReason hideReason;
    private boolean verified;
    private boolean incentivised;
    private Instant rewardedAt;
    private String localeCode = "";
    private String nickname = "";
    private int textVersion = 1;
    private int photos;
    private int edition = 1;
    private Instant writtenAt;
    private Instant publishedAt;

    private Builder(Place place) {
      this.place = requireNonNull(place, "place");
    }

    public Builder row(long rowId, int rowEdition) {
      id = rowId;
      edition = rowEdition;
      return this;
    }

    public Builder stars(int value) {
      if (value < 1 || value > 5) {
        throw new IllegalArgumentException("a review has 1 to 5 stars, not " + value);
      }
      stars = value;
      return this;
    }

    public Builder state(ReviewState value) {
      state = requireNonNull(value, "state");
      hideReason = value == ReviewState.HIDDEN ? hideReason : null;
      return this;
    }

    public Builder hidden(HideReason reason) {
      state = ReviewState.HIDDEN;
      hideReason = requireNonNull(reason, "reason");
      return this;
    }

    public Builder verified(boolean value) {
      verified = value;
      return this;
    }

    public Builder incentivised(boolean value) {
      incentivised = value;
      return this;
    }

    public Builder rewardedAt(Instant value) {
      rewardedAt = value;
      return this;
    }

    public Builder by(String newNickname, String newLocaleCode) {
      nickname = requireNonNull(newNickname, "nickname");
      localeCode = requireNonNull(newLocaleCode, "localeCode");
      return this;
    }

    public Builder text(int version) {
      textVersion = version;
      return this;
    }

    public Builder photos(int value) {
      photos = value;
      return this;
    }

    public Builder at(Instant written, Instant published) {
      writtenAt = written;
      publishedAt = published;
      return this;
    }

    public Review build() {
      requireNonNull(writtenAt, "writtenAt");
      return new Review(this);
    }
  }
}
