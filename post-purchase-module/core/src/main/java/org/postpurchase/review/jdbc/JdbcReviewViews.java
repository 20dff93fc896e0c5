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
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.CountUpTo;
import org.postpurchase.shared.jdbc.PageByKey;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcReviewViews implements ReviewViews {
  private static final String HEAD =
      "select "
          + JdbcReviewSettings.COLUMNS
          + ", m.N1, m.N2, m.N3, m.N4, m.N5, m.VERIFIED_N, m.PHOTOS_N, k.KEPT_N, k.BACK_N from"
          + " PP_REVIEW_SETTINGS s left join PP_REVIEW_SUMMARY m on m.PRODUCT_ID = ? left join"
          + " PP_KEPT_COUNT k on k.PRODUCT_ID = ? order by s.SETTINGS_ID limit 1";
  private static final String COLUMNS =
      "select "
          + ReviewRows.COLUMNS
          + ", t.BODY, t.VIDEO_URL, p.BODY REPLY, p.ACTOR REPLY_ACTOR, p.REPLIED_AT from ";
  private static final String TEXTS =
      " join PP_REVIEW_TEXT t on t.REVIEW_ID = r.REVIEW_ID and t.VERSION_NUMBER ="
          + " r.TEXT_VERSION left join PP_REVIEW_REPLY p on p.REVIEW_ID = r.REVIEW_ID";
  private static final String SHOWN = COLUMNS + "PP_REVIEW r" + TEXTS;

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
    List<Object> args = new ArrayList<>();
    String select =
        query.isFirst() || query.sort == SortBy.NEWEST
            ? straight(query, args)
            : behind(query, atMost, args);
    args.add(atMost);
    return jdbc.query(
        select + order(query.sort, "r.") + " limit ?", (row, n) -> shown(row), args.toArray());
  }

  /** One range of one index: the beginning of any order, or what is older than a moment. */
  private static String straight(ReviewQuery query, List<Object> args) {
    StringBuilder sql = new StringBuilder(SHOWN).append(" where ");
    shown(query, "r.", sql, args);
    if (query.stars > 0) {
      sql.append(" and r.STARS = ?");
      args.add(query.stars);
    }
    if (!query.isFirst()) {
      older(query, "<", "r.", sql, args);
    }
    return sql.toString();
  }

  /**
   * In an order of stars what follows is two ranges of the index: the rest of those with as many
   * stars, and those with fewer (or more). No database finds that in one condition.
   */
  private static String behind(ReviewQuery query, int atMost, List<Object> args) {
    String way = query.sort == SortBy.HIGHEST ? "<" : ">";
    boolean two = query.stars == 0;
    String order = order(query.sort, "") + (two ? " limit ?)" : " limit ?");
    StringBuilder sql = new StringBuilder(COLUMNS).append(two ? "((" : "(");
    sql.append("select REVIEW_ID from PP_REVIEW where ");
    shown(query, "", sql, args);
    sql.append(" and STARS = ?");
    args.add(two ? query.afterStars() : query.stars);
    older(query, way, "", sql, args);
    sql.append(order);
    args.add(atMost);
    if (two) {
      sql.append(" union all (select REVIEW_ID from PP_REVIEW where ");
      shown(query, "", sql, args);
      sql.append(" and STARS ").append(way).append(" ?").append(order);
      args.add(query.afterStars());
      args.add(atMost);
    }
    sql.append(") n join PP_REVIEW r on r.REVIEW_ID = n.REVIEW_ID").append(TEXTS);
    return sql.toString();
  }

  private static void shown(ReviewQuery query, String table, StringBuilder sql, List<Object> args) {
    sql.append(table).append("PRODUCT_ID = ? and ").append(table).append("STATE = 'PUBLISHED'");
    args.add(query.productId);
    if (query.withPhotos) {
      sql.append(" and ").append(table).append("PHOTOS > 0");
    }
  }

  private static void older(
      ReviewQuery query, String way, String table, StringBuilder sql, List<Object> args) {
    Calendar at = Utc.param(query.afterPublishedAt());
    String published = table + "PUBLISHED_AT " + way;
    sql.append(" and ").append(published).append("= ? and (").append(published).append(" ? or ");
    sql.append(table).append("REVIEW_ID ").append(way).append(" ?)");
    Collections.addAll(args, at, at, query.afterId());
  }

  private static String order(SortBy sort, String table) {
    String order =
        sort == SortBy.HIGHEST
            ? " order by {t}STARS desc, {t}PUBLISHED_AT desc, {t}REVIEW_ID desc"
            : sort == SortBy.LOWEST
                ? " order by {t}STARS, {t}PUBLISHED_AT, {t}REVIEW_ID"
                : " order by {t}PUBLISHED_AT desc, {t}REVIEW_ID desc";
    return order.replace("{t}", table);
  }

  @Override
  public int countUpTo(int most, ReviewState state, String search) {
    List<Object> args = new ArrayList<>();
    String where = where(state, search, args);
    return CountUpTo.rows(jdbc, most, "PP_REVIEW r" + where, args);
  }

  @Override
  public PageOf<ShownReview> page(ReviewState state, String search, ListPage page) {
    List<Object> args = new ArrayList<>();
    String where = where(state, search, args);
    PageByKey list = new PageByKey(jdbc, "r.REVIEW_ID", "REVIEW_ID");
    return (state == ReviewState.WAITING ? list.oldestFirst() : list)
        .of(SHOWN, where, args, page, (row, n) -> shown(row));
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
