package org.postpurchase.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.review.jdbc.ReviewJdbcModule;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.CoreDatabase;

/**
 * Pages of a product with many reviews. System property {@code pp.reviews} says how many (3,000 in
 * a normal build; a million to measure).
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ManyReviewsContract {
  private static final int REVIEWS = Integer.getInteger("pp.reviews", 3_000);
  private static final long PRODUCT = 501;

  private CoreDatabase database;
  private ReviewViews views;

  abstract CoreDatabase shared();

  @BeforeEach
  void fill() {
    database = shared();
    new ReviewWorld(database);
    views = ReviewJdbcModule.views(database.jdbc);
    Random random = new Random(20261129);
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    List<Object[]> reviews = new ArrayList<>();
    for (int i = 1; i <= REVIEWS; i++) {
      Instant at = start.plusSeconds(random.nextInt(REVIEWS / 3)); // many at the same moment
      reviews.add(
          new Object[] {
            i % 100 < 97 ? PRODUCT : 502,
            "p" + i + "@example.com",
            1 + random.nextInt(5),
            i % 50 == 0 ? "HIDDEN" : "PUBLISHED",
            random.nextInt(20) == 0 ? 1 : 0,
            Utc.param(at),
            Utc.param(at)
          });
      if (reviews.size() == 10_000 || i == REVIEWS) {
        insert(reviews);
        reviews.clear();
      }
    }
    database.jdbc.update(
        "insert into PP_REVIEW_TEXT (REVIEW_ID, VERSION_NUMBER, STARS, BODY, WRITTEN_AT) select"
            + " REVIEW_ID, 1, STARS, 'Good', WRITTEN_AT from PP_REVIEW");
  }

  private void insert(List<Object[]> rows) {
    database.transactions.run(
        () ->
            database.jdbc.batchUpdate(
                "insert into PP_REVIEW (PRODUCT_ID, AUTHOR_KEY, ORDER_ID, ORDER_LINE_ID,"
                    + " CUSTOMER_ID, STARS, STATE, VERIFIED, INCENTIVE, LOCALE_CODE, TEXT_VERSION,"
                    + " PHOTOS, EDITION, WRITTEN_AT, PUBLISHED_AT) values (?, ?, 1, 1, 0, ?, ?,"
                    + " true, 'NONE', 'en', 1, ?, 1, ?, ?)",
                rows));
  }

  @Test
  void pages_in_each_order_and_filter_show_each_review_once_in_its_place() {
    if (REVIEWS > 100_000) {
      return; // there it is about time alone
    }
    for (SortBy sort : SortBy.values()) {
      every(ReviewQuery.of(PRODUCT).sorted(sort.name()));
      every(ReviewQuery.of(PRODUCT).sorted(sort.name()).stars("3"));
      every(ReviewQuery.of(PRODUCT).sorted(sort.name()).withPhotos(true));
    }
  }

  private void every(ReviewQuery query) {
    List<Review> seen = new ArrayList<>();
    ReviewQuery next = query;
    while (next != null) {
      List<ShownReview> page = views.page(next, 50);
      page.forEach(r -> seen.add(r.review));
      Review last = page.isEmpty() ? null : page.get(page.size() - 1).review;
      next =
          page.size() < 50
              ? null
              : query.after(
                  new ReviewQuery.Place(last.stars, last.publishedAt, last.id).toString());
    }
    String filter =
        (query.stars > 0 ? " and STARS = " + query.stars : "")
            + (query.withPhotos ? " and PHOTOS > 0" : "");
    int expected =
        database.count(
            "PP_REVIEW where PRODUCT_ID = " + PRODUCT + " and STATE = 'PUBLISHED'" + filter);
    assertThat(seen).extracting(r -> r.id).doesNotHaveDuplicates().hasSize(expected);
    assertThat(seen).isSortedAccordingTo(order(query.sort));
  }

  private static Comparator<Review> order(SortBy sort) {
    Comparator<Review> older =
        Comparator.comparing((Review r) -> r.publishedAt).thenComparing(r -> r.id);
    switch (sort) {
      case NEWEST:
        return older.reversed();
      case LOWEST:
        return Comparator.comparing((Review r) -> r.stars).thenComparing(older);
      default:
        return Comparator.comparing((Review r) -> r.stars).thenComparing(older).reversed();
    }
  }

  @Test
  void no_page_reads_more_of_the_index_than_it_shows() {
    if (database.dialect != SqlDialect.POSTGRESQL) {
      timed();
      return;
    }
    database.jdbc.execute("analyze PP_REVIEW");
    database.jdbc.execute("analyze PP_REVIEW_TEXT");
    for (SortBy sort : SortBy.values()) {
      ReviewQuery query = ReviewQuery.of(PRODUCT).sorted(sort.name());
      assertThat(plan(sort))
          .as(sort.name())
          .contains("Index")
          .doesNotContain("Sort", "Seq Scan on pp_review r");
      assertThat(views.page(query, 6)).hasSize(6);
    }
    timed();
  }

  private String plan(SortBy sort) {
    String order =
        sort == SortBy.NEWEST
            ? "r.PUBLISHED_AT desc, r.REVIEW_ID desc"
            : sort == SortBy.HIGHEST
                ? "r.STARS desc, r.PUBLISHED_AT desc, r.REVIEW_ID desc"
                : "r.STARS, r.PUBLISHED_AT, r.REVIEW_ID";
    return String.join(
        "\n",
        database.jdbc.queryForList(
            "explain select r.REVIEW_ID, t.BODY from PP_REVIEW r join PP_REVIEW_TEXT t on"
                + " t.REVIEW_ID = r.REVIEW_ID and t.VERSION_NUMBER = r.TEXT_VERSION where"
                + " r.PRODUCT_ID = 501 and r.STATE = 'PUBLISHED' order by "
                + order
                + " limit 6",
            String.class));
  }

  /** Prints what a first page and one from the middle take; for the run with a million. */
  private void timed() {
    for (SortBy sort : SortBy.values()) {
      ReviewQuery first = ReviewQuery.of(PRODUCT).sorted(sort.name());
      Instant middle = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(REVIEWS / 6);
      ReviewQuery deep = first.after(new ReviewQuery.Place(3, middle, REVIEWS / 2).toString());
      for (ReviewQuery query : List.of(first, deep)) {
        views.page(query, 6);
        long began = System.nanoTime();
        for (int i = 0; i < 20; i++) {
          assertThat(views.page(query, 6)).hasSize(6);
        }
        System.out.printf(
            "%s %,d reviews, %s, %s page: %.2f ms%n",
            database.dialect,
            REVIEWS,
            sort,
            query.isFirst() ? "first" : "middle",
            (System.nanoTime() - began) / 20e6);
      }
    }
  }
}
