package org.postpurchase.review.jdbc;

import org.postpurchase.review.KeptCounts;
import org.postpurchase.review.PhotoStore;
import org.postpurchase.review.ReviewCounts;
import org.postpurchase.review.ReviewSettingsReader;
import org.postpurchase.review.ReviewStore;
import org.postpurchase.review.ReviewViews;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class ReviewJdbcModule {
  private ReviewJdbcModule() {}

  public static ReviewStore reviews(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcReviewStore(jdbc, inserts);
  }

  public static PhotoStore photos(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcPhotoStore(jdbc, inserts);
  }

  public static ReviewViews views(JdbcTemplate jdbc) {
    return new JdbcReviewViews(jdbc);
  }

  public static ReviewCounts counts(JdbcTemplate jdbc) {
    return new JdbcReviewCounts(jdbc);
  }

  public static KeptCounts kept(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcKeptCounts(jdbc, inserts);
  }

  public static ReviewSettingsReader settings(JdbcTemplate jdbc) {
    return new JdbcReviewSettings(jdbc);
  }
}
