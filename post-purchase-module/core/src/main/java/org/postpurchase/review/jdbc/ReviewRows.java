package org.postpurchase.review.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.postpurchase.review.HideReason;
import org.postpurchase.review.Review;
import org.postpurchase.review.ReviewEvent;
import org.postpurchase.review.ReviewReply;
import org.postpurchase.review.ReviewState;
import org.postpurchase.review.ReviewSummary;
import org.postpurchase.review.ReviewText;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Utc;

/** Rows of the reviews' tables as values. */
final class ReviewRows {
  static final String COLUMNS =
      "r.REVIEW_ID, r.PRODUCT_ID, r.AUTHOR_KEY, r.ORDER_ID, r.ORDER_LINE_ID, r.CUSTOMER_ID,"
          + " r.STARS, r.STATE, r.HIDE_REASON, r.VERIFIED, r.INCENTIVE, r.REWARDED_AT,"
          + " r.LOCALE_CODE, r.NICKNAME, r.TEXT_VERSION, r.PHOTOS, r.EDITION, r.WRITTEN_AT,"
          + " r.PUBLISHED_AT";
  static final String OFFERED = "OFFERED";

  private ReviewRows() {}

  static Review review(ResultSet row) throws SQLException {
    Review.Builder review =
        Review.about(
                new Review.Place(
                    row.getLong("PRODUCT_ID"),
                    row.getString("AUTHOR_KEY"),
                    row.getLong("ORDER_ID"),
                    row.getLong("ORDER_LINE_ID"),
                    row.getLong("CUSTOMER_ID")))
            .row(row.getLong("REVIEW_ID"), row.getInt("EDITION"))
            .stars(row.getInt("STARS"))
            .verified(row.getBoolean("VERIFIED"))
            .incentivised(OFFERED.equals(row.getString("INCENTIVE")))
            .rewardedAt(Utc.instant(row, "REWARDED_AT"))
            .by(Columns.text(row, "NICKNAME"), row.getString("LOCALE_CODE"))
            .text(row.getInt("TEXT_VERSION"))
            .photos(row.getInt("PHOTOS"))
            .at(Utc.instant(row, "WRITTEN_AT"), Utc.instant(row, "PUBLISHED_AT"));
    String reason = row.getString("HIDE_REASON");
    ReviewState state = ReviewState.valueOf(row.getString("STATE"));
    return (reason == null ? review.state(state) : review.hidden(HideReason.valueOf(reason)))
        .build();
  }

  static ReviewText text(ResultSet row) throws SQLException {
    return new ReviewText(
        row.getInt("VERSION_NUMBER"),
        row.getInt("STARS"),
        Columns.text(row, "BODY"),
        Columns.text(row, "VIDEO_URL"),
        Utc.instant(row, "WRITTEN_AT"));
  }

  static ReviewEvent event(ResultSet row) throws SQLException {
    String from = row.getString("FROM_STATE");
    String reason = row.getString("REASON");
    return new ReviewEvent(
            ReviewEvent.Kind.valueOf(row.getString("KIND")),
            from == null ? null : ReviewState.valueOf(from),
            ReviewState.valueOf(row.getString("TO_STATE")),
            row.getString("ACTOR"),
            Columns.text(row, "NOTE"),
            Utc.instant(row, "HAPPENED_AT"))
        .because(reason == null ? null : HideReason.valueOf(reason));
  }

  /** Null columns, of a product without a row, count as nothing. */
  static ReviewSummary summary(ResultSet row) throws SQLException {
    long[] byStars = new long[5];
    for (int i = 0; i < 5; i++) {
      byStars[i] = row.getLong("N" + (i + 1));
    }
    return new ReviewSummary(byStars, row.getLong("VERIFIED_N"), row.getLong("PHOTOS_N"));
  }

  /** Of columns REPLY, REPLY_ACTOR and REPLIED_AT. */
  static Optional<ReviewReply> reply(ResultSet row) throws SQLException {
    String body = Columns.text(row, "REPLY");
    return body.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ReviewReply(body, row.getString("REPLY_ACTOR"), Utc.instant(row, "REPLIED_AT")));
  }
}
