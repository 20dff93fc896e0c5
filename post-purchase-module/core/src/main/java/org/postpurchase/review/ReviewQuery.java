package org.postpurchase.review;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which reviews of a product are wanted. Immutable; what it was made of may be anything. */
public final class ReviewQuery {
  private static final Pattern AFTER = Pattern.compile("([1-5])\\.(\\d{1,15})\\.(\\d{1,18})");

  public final long productId;
  public final SortBy sort;

  /** 1 to 5, or 0 for all. */
  public final int stars;

  public final boolean withPhotos;
  final Optional<Place> after;

  /** Where a page ended. */
  public static final class Place {
    final int stars;
    final Instant publishedAt;
    final long id;

    public Place(int stars, Instant publishedAt, long id) {
      this.stars = stars;
      this.publishedAt = publishedAt;
      this.id = id;
    }

    @Override
    public String toString() {
      return stars + "." + publishedAt.toEpochMilli() + "." + id;
    }
  }

  private ReviewQuery(
      long productId, SortBy sort, int stars, boolean withPhotos, Optional<Place> after) {
    this.productId = productId;
    this.sort = requireNonNull(sort, "sort");
    this.stars = stars;
    this.withPhotos = withPhotos;
    this.after = requireNonNull(after, "after");
  }

  /** The newest, all of them. */
  public static ReviewQuery of(long productId) {
    return new ReviewQuery(productId, SortBy.NEWEST, 0, false, Optional.empty());
  }

  /** Names an order; anything else keeps it. */
  public ReviewQuery sorted(String name) {
    for (SortBy each : SortBy.values()) {
      if (each.name().equalsIgnoreCase(name)) {
        return new ReviewQuery(productId, each, stars, withPhotos, after);
      }
    }
    return this;
  }

  /** Only those with so many stars; anything else than 1 to 5 is all. */
  public ReviewQuery stars(String number) {
    int wanted = number != null && number.matches("[1-5]") ? Integer.parseInt(number) : 0;
    return new ReviewQuery(productId, sort, wanted, withPhotos, after);
  }

  public ReviewQuery withPhotos(boolean only) {
    return new ReviewQuery(productId, sort, stars, only, after);
  }

  /** Those behind the end of another page, as {@link ReviewPage#next} names it. */
  public ReviewQuery after(String end) {
    Matcher m = AFTER.matcher(end == null ? "" : end);
    Optional<Place> place =
        m.matches()
            ? Optional.of(
                new Place(
                    Integer.parseInt(m.group(1)),
                    Instant.ofEpochMilli(Long.parseLong(m.group(2))),
                    Long.parseLong(m.group(3))))
            : Optional.empty();
    return new ReviewQuery(productId, sort, stars, withPhotos, place);
  }

  public boolean isFirst() {
    return !after.isPresent();
  }

  public int afterStars() {
    return after.get().stars;
  }

  public Instant afterPublishedAt() {
    return after.get().publishedAt;
  }

  public long afterId() {
    return after.get().id;
  }
}
