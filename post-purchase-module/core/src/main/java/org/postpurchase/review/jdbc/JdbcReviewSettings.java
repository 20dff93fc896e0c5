package org.postpurchase.review.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.postpurchase.ask.AskBudget;
import org.postpurchase.review.Publishing;
import org.postpurchase.review.ReviewSettings;
import org.postpurchase.review.ReviewSettingsReader;
import org.postpurchase.review.VideoLink;
import org.postpurchase.shared.jdbc.Columns;
import org.springframework.jdbc.core.JdbcTemplate;

/** PP_REVIEW_SETTINGS, which the host's admin edits. */
final class JdbcReviewSettings implements ReviewSettingsReader {
  static final String COLUMNS =
      "s.ACTIVE, s.PUBLISHING, s.ASK_DAYS, s.CATEGORY_DAYS, s.LINES_MOST, s.AGAIN_MONTHS,"
          + " s.ASKS_MOST, s.ASKS_DAYS, s.PHOTOS, s.INCENTIVE, s.MARKUP, s.HOST_RATING,"
          + " s.FEED, s.KEPT_RATE, s.REPLY_HOURS, s.GALLERY, s.VIDEO_HOSTS";
  private static final String FIRST =
      "select " + COLUMNS + " from PP_REVIEW_SETTINGS s order by s.SETTINGS_ID limit 1";

  private final JdbcTemplate jdbc;

  JdbcReviewSettings(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<ReviewSettings> active() {
    return jdbc.query(FIRST, (row, n) -> active(row)).stream().findFirst().flatMap(found -> found);
  }

  /** Empty if the row says that reviews are switched off. */
  static Optional<ReviewSettings> active(ResultSet row) throws SQLException {
    return row.getBoolean("ACTIVE") ? Optional.of(settings(row)) : Optional.empty();
  }

  private static ReviewSettings settings(ResultSet row) throws SQLException {
    return new ReviewSettings.Builder()
        .publishing(Publishing.valueOf(row.getString("PUBLISHING")))
        .wait(
            row.getInt("ASK_DAYS"), ReviewSettings.categoryDays(Columns.text(row, "CATEGORY_DAYS")))
        .limits(
            row.getInt("LINES_MOST"),
            row.getInt("AGAIN_MONTHS"),
            new AskBudget(row.getInt("ASKS_MOST"), Duration.ofDays(row.getInt("ASKS_DAYS"))))
        .photos(row.getBoolean("PHOTOS"))
        .incentive(Columns.text(row, "INCENTIVE"))
        .markup(row.getBoolean("MARKUP"))
        .passedOn(row.getBoolean("HOST_RATING"), row.getBoolean("FEED"), row.getBoolean("GALLERY"))
        .keptRate(row.getBoolean("KEPT_RATE"))
        .videoHosts(VideoLink.hosts(Columns.text(row, "VIDEO_HOSTS")))
        .replyHours(row.getInt("REPLY_HOURS"))
        .build();
  }
}
