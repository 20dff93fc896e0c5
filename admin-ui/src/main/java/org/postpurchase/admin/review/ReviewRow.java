package org.postpurchase.admin.review;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.review.ShownReview;
import org.postpurchase.shared.ShownText;

/** Plain values of one review for the pages. */
final class ReviewRow {
  private static final int START = 160;

  private final ShownReview shown;
  private final Map<Long, String> products;
  private final Map<Long, String> orders;
  private final Moments moments;
  private final Optional<Instant> answerBy;

  /** Whether that has passed. */
  public final boolean late;

  ReviewRow(
      ShownReview shown,
      Map<Long, String> products,
      Map<Long, String> orders,
      Moments moments,
      Optional<Instant> answerBy,
      Instant now) {
    this.answerBy = answerBy;
    this.late = answerBy.filter(now::isAfter).isPresent();
    this.shown = shown;
    this.products = products;
    this.orders = orders;
    this.moments = moments;
  }

  /** By when it is to be answered; empty for no deadline. */
  public String getAnswerBy() {
    return answerBy.map(moments::of).orElse("");
  }

  public long getId() {
    return shown.review.id;
  }

  public int getEdition() {
    return shown.review.edition;
  }

  public String getState() {
    return shown.review.state.name();
  }

  /** Key of the words, or null. */
  public String getReasonWords() {
    return shown.review.hideReason == null
        ? null
        : "PostPurchase_HideReason_" + shown.review.hideReason;
  }

  public int getStars() {
    return shown.review.stars;
  }

  public String getStarsText() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 5; i++) {
      text.append(i <= shown.review.stars ? '★' : '☆');
    }
    return text.toString();
  }

  public String getProduct() {
    return products.getOrDefault(shown.review.place.productId, "#" + shown.review.place.productId);
  }

  public String getAuthor() {
    return shown.review.place.authorKey;
  }

  public String getNickname() {
    return shown.review.nickname;
  }

  /** Null when the shop does not have the order any more. */
  public String getOrder() {
    return orders.get(shown.review.place.orderId);
  }

  /** Address of a video; empty for none. */
  public String getVideo() {
    return shown.video;
  }

  public String getBody() {
    return shown.body;
  }

  public String getStart() {
    return ShownText.cut(ShownText.line(shown.body, Integer.MAX_VALUE), START);
  }

  public String getLanguage() {
    return shown.review.localeCode;
  }

  public boolean isVerified() {
    return shown.review.verified;
  }

  public boolean isIncentivised() {
    return shown.review.incentivised;
  }

  public int getPhotos() {
    return shown.review.photos;
  }

  public String getWrittenAt() {
    return moments.of(shown.review.writtenAt);
  }

  public String getPublishedAt() {
    return moments.of(shown.review.publishedAt);
  }

  public String getReply() {
    return shown.reply.map(r -> r.body).orElse("");
  }

  public boolean isReplied() {
    return shown.reply.isPresent();
  }
}
