package org.postpurchase.benchmarks.review;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.postpurchase.benchmarks.measure.Arm;
import org.postpurchase.benchmarks.measure.Goal;
import org.postpurchase.benchmarks.measure.Row;
import org.postpurchase.benchmarks.measure.Sample;
import org.postpurchase.benchmarks.measure.Server;
import org.postpurchase.benchmarks.measure.Setting;
import org.postpurchase.migrations.Migrations;
import org.postpurchase.migrations.Phase;
import org.postpurchase.review.ReviewPage;
import org.postpurchase.review.ReviewQuery;
import org.postpurchase.review.ShowReviews;
import org.postpurchase.review.SortBy;
import org.postpurchase.review.jdbc.ReviewJdbcModule;
import org.postpurchase.testkit.CoreDatabase;

/**
 * The block on a product's page, all that it reads: for a product that has nearly all of the shop's
 * reviews, its first page and one from the middle, against a product with a thousand.
 */
public final class ReviewsRow implements Row {
  private static final long SMALL = 1;
  private static final long LARGE = 2;
  private static final int SMALL_REVIEWS = 1_000;
  private static final int BLOCKS = 200;
  private static final String PEER = "of 1,000 reviews";
  private static final String FIRST = "of all others";
  private static final String MIDDLE = "of all others, from the middle";

  private final HikariDataSource pool;
  private final ShowReviews show;
  private final int reviews;
  private final ReviewQuery middle;

  public ReviewsRow(Server server, Setting setting) throws Exception {
    reviews = setting.of(1_000_000, 20_000);
    pool = Server.pool(server.fresh(), 2);
    new Migrations(pool).run(Phase.SCHEMA);
    CoreDatabase database = CoreDatabase.existing(pool);
    show =
        new ShowReviews(
            ReviewJdbcModule.views(database.jdbc),
            ReviewJdbcModule.photos(database.jdbc, database.inserts),
            database.transactions);
    fill(database);
    long id = (reviews + SMALL_REVIEWS) / 2;
    Instant at =
        database.jdbc.queryForObject(
            "select PUBLISHED_AT from PP_REVIEW where REVIEW_ID = ?",
            (row, n) -> row.getTimestamp(1).toInstant(),
            id);
    middle = ReviewQuery.of(LARGE).after(new ReviewQuery.Place(3, at, id).toString());
  }

  private void fill(CoreDatabase database) {
    database.jdbc.update("delete from PP_REVIEW_SETTINGS");
    database.jdbc.update(
        "insert into PP_REVIEW_SETTINGS (SETTINGS_ID, ACTIVE, PUBLISHING, ASK_DAYS, LINES_MOST,"
            + " AGAIN_MONTHS, ASKS_MOST, ASKS_DAYS, PHOTOS, MARKUP, EDITION) values (1, true,"
            + " 'AFTER_CHECK', 10, 3, 12, 2, 30, true, true, 1)");
    database.jdbc.execute("select setseed(0.42)");
    database.jdbc.update(
        "insert into PP_REVIEW (PRODUCT_ID, AUTHOR_KEY, ORDER_ID, ORDER_LINE_ID, CUSTOMER_ID,"
            + " STARS, STATE, VERIFIED, INCENTIVE, LOCALE_CODE, TEXT_VERSION, PHOTOS, EDITION,"
            + " WRITTEN_AT, PUBLISHED_AT) select case when g <= ? then 1 else 2 end, 'p' || g ||"
            + " '@example.com', g, g, 0, 1 + floor(5 * random())::int, 'PUBLISHED', true, 'NONE',"
            + " 'en', 1, 0, 1, t, t from (select g, timestamp '2026-01-01' + g * interval '1"
            + " second' as t from generate_series(1, ?) g) x",
        SMALL_REVIEWS,
        reviews + SMALL_REVIEWS);
    database.jdbc.execute(
        "insert into PP_REVIEW_TEXT (REVIEW_ID, VERSION_NUMBER, STARS, BODY, WRITTEN_AT) select"
            + " REVIEW_ID, 1, STARS, repeat('Keeps its heat. ', 20), WRITTEN_AT from PP_REVIEW");
    database.jdbc.execute(
        "insert into PP_REVIEW_SUMMARY (PRODUCT_ID, N1, N2, N3, N4, N5, VERIFIED_N, PHOTOS_N,"
            + " EDITION, CHANGED_AT) select PRODUCT_ID, count(*) filter (where STARS = 1), count(*)"
            + " filter (where STARS = 2), count(*) filter (where STARS = 3), count(*) filter (where"
            + " STARS = 4), count(*) filter (where STARS = 5), count(*), 0, 1, timestamp"
            + " '2026-02-01' from PP_REVIEW group by PRODUCT_ID");
    database.jdbc.execute("vacuum analyze");
  }

  private Sample blocks(ReviewQuery newest) throws Exception {
    SortBy[] sorts = SortBy.values();
    return Sample.of(
        BLOCKS,
        () -> {
          for (int i = 0; i < BLOCKS; i++) {
            ReviewQuery query =
                newest.isFirst() ? newest.sorted(sorts[i % sorts.length].name()) : newest;
            ReviewPage page = show.page(query).orElseThrow();
            if (page.reviews.size() != ShowReviews.PAGE) {
              throw new IllegalStateException("a page of " + page.reviews.size());
            }
          }
        });
  }

  @Override
  public String name() {
    return "reviews";
  }

  @Override
  public String unit() {
    return String.format(Locale.ROOT, "block of a product in a shop with %,d reviews", reviews);
  }

  @Override
  public List<Arm> arms() {
    return List.of(
        new Arm(PEER, () -> blocks(ReviewQuery.of(SMALL))),
        new Arm(FIRST, () -> blocks(ReviewQuery.of(LARGE))),
        new Arm(MIDDLE, () -> blocks(middle)));
  }

  @Override
  public List<Goal> goals() {
    return List.of(Goal.dearer(FIRST, PEER, 1.5), Goal.dearer(MIDDLE, PEER, 1.5));
  }

  @Override
  public void close() {
    pool.close();
  }
}
