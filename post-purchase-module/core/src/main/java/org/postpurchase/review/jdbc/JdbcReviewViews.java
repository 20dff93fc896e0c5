package org.postpurchase.review.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.review.KeptCounts;
import org.postpurchase.review.ReviewQuery;
import org.postpurchase.review.ReviewState;
import org.postpurchase.review.ReviewViews;
import org.postpurchase.review.ShownReview;
import org.postpurchase.review.SortBy;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcReviewViews implements ReviewViews {
  private static final String HEAD =
      "select "
          + JdbcReviewSettings.COLUMNS
          + ", m.N1, m.N2, m.N3, m.N4, m.N5, m.VERIFIED_N, m.PHOTOS_N, k.KEPT_N, k.BACK_N from"
          + " PP_REVIEW_SETTINGS s left join PP_REVIEW_SUMMARY m on m.PRODUCT_ID = ? left join"
          + " PP_KEPT_COUNT k on k.PRODUCT_ID = ? order by s.SETTINGS_ID limit 1";
  private static final String SHOWN =
      "select "
          + ReviewRows.COLUMNS
          + ", t.BODY, t.VIDEO_URL, p.BODY REPLY, p.ACTOR REPLY_ACTOR, p.REPLIED_AT from PP_REVIEW"
          + " r join PP_REVIEW_TEXT t on t.REVIEW_ID = r.REVIEW_ID and t.VERSION_NUMBER ="
          + " r.TEXT_VERSION left join PP_REVIEW_REPLY p on p.REVIEW_ID = r.REVIEW_ID";
  private static final String COUNT = "select count(*) from PP_REVIEW r";

  private final JdbcTemplate jdbc;

  JdbcReviewViews(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Head> head(long productId) {
    return jdbc
        .query(
            HEAD,
            (row, n) -> {
              Optional<Head> head = Optional.empty();
              if (row.getBoolean("ACTIVE")) {
                head =
                    Optional.of(
                        new Head(
                            JdbcReviewSettings.active(row).get(),
                            ReviewRows.summary(row),
                            new KeptCounts.Kept(row.getLong("KEPT_N"), row.getLong("BACK_N"))));
              }
              return head;
            },
            productId,
            productId)
        .stream()
        .findFirst()
        .flatMap(found -> found);
  }

  @Override
  public List<ShownReview> feed(long after, int limit) {
    return jdbc.query(
        SHOWN
            + " where r.STATE = 'PUBLISHED' and r.REVIEW_ID > ? and t.BODY is not null order by"
            + " r.REVIEW_ID limit ?",
        (row, n) -> shown(row),
        after,
        limit);
  }

  @Override
  public List<ShownReview> page(ReviewQuery query, int atMost) {
    StringBuilder sql =
        new StringBuilder(SHOWN).append(" where r.PRODUCT_ID = ? and r.STATE = 'PUBLISHED'");
    List<Object> args = new ArrayList<>();
    args.add(query.productId);
    if (query.stars > 0) {
      sql.append(" and r.STARS = ?");
      args.add(query.stars);
    }
    if (query.withPhotos) {
      sql.append(" and r.PHOTOS > 0");
    }
    if (!query.isFirst()) {
      behind(query, sql, args);
    }
    sql.append(order(query.sort)).append(" limit ?");
    args.add(atMost);
    return jdbc.query(sql.toString(), (row, n) -> shown(row), args.toArray());
  }

  /** Where the index goes on: no row before it is read. */
  private static void behind(ReviewQuery query, StringBuilder sql, List<Object> args) {
    Calendar at = Utc.param(query.afterPublishedAt());
    if (query.sort == SortBy.NEWEST) {
      sql.append(" and r.PUBLISHED_AT <= ? and (r.PUBLISHED_AT < ? or r.REVIEW_ID < ?)");
      Collections.addAll(args, at, at, query.afterId());
      return;
    }
    String way = query.sort == SortBy.HIGHEST ? "<" : ">";
    sql.append(" and r.STARS ").append(way).append("= ? and (r.STARS ").append(way);
    sql.append(" ? or r.PUBLISHED_AT ").append(way).append(" ? or (r.PUBLISHED_AT = ? and");
    sql.append(" r.REVIEW_ID ").append(way).append(" ?))");
    Collections.addAll(args, query.afterStars(), query.afterStars(), at, at, query.afterId());
  }

  private static String order(SortBy sort) {
    switch (sort) {
      case HIGHEST:
        return " order by r.STARS desc, r.PUBLISHED_AT desc, r.REVIEW_ID desc";
      case LOWEST:
        return " order by r.STARS, r.PUBLISHED_AT, r.REVIEW_ID";
      default:
        return " order by r.PUBLISHED_AT desc, r.REVIEW_ID desc";
    }
  }

  @Override
  public int count(ReviewState state, String search) {
    List<Object> args = new ArrayList<>();
    String where = where(state, search, args);
    return jdbc.queryForObject(COUNT + where, Integer.class, args.toArray());
  }

  @Override
  public List<ShownReview> list(ReviewState state, String search, int limit, int offset) {
    List<Object> args = new ArrayList<>();
    String where = where(state, search, args);
    args.add(limit);
    args.add(offset);
    String order = state == ReviewState.WAITING ? "" : " desc";
    return jdbc.query(
        SHOWN + where + " order by r.REVIEW_ID" + order + " limit ? offset ?",
        (row, n) -> shown(row),
        args.toArray());
  }

  private static String where(ReviewState state, String search, List<Object> args) {
    List<String> conditions = new ArrayList<>();
    if (state != null) {
      conditions.add("r.STATE = ?");
      args.add(state.name());
    }
    if (!search.isEmpty()) {
      String part = "%" + escaped(search.toLowerCase(Locale.ROOT)) + "%";
      String number = search.matches("\\d{1,18}") ? " or r.ORDER_ID = ?" : "";
      conditions.add(
          "(r.AUTHOR_KEY like ? escape '!' or lower(r.NICKNAME) like ? escape '!'" + number + ")");
      args.add(part);
      args.add(part);
      if (!number.isEmpty()) {
        args.add(Long.valueOf(search));
      }
    }
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private static ShownReview shown(ResultSet row) throws SQLException {
    return new ShownReview(
            ReviewRows.review(row),
            Columns.text(row, "BODY"),
            ReviewRows.reply(row),
            Collections.<String>emptyList())
        .video(Columns.text(row, "VIDEO_URL"));
  }
}
