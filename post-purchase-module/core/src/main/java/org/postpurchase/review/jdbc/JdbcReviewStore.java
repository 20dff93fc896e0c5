package org.postpurchase.review.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.postpurchase.review.Author;
import org.postpurchase.review.Review;
import org.postpurchase.review.ReviewEvent;
import org.postpurchase.review.ReviewReply;
import org.postpurchase.review.ReviewStore;
import org.postpurchase.review.ReviewSummary;
import org.postpurchase.review.ReviewText;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcReviewStore implements ReviewStore {
  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcReviewStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public Optional<Review> find(long reviewId) {
    return one(ReviewSql.BY_ID, reviewId);
  }

  @Override
  public Optional<Review> find(long productId, String authorKey) {
    return one(ReviewSql.BY_AUTHOR, productId, authorKey);
  }

  @Override
  public boolean isReviewedBy(long productId, long customerId) {
    return !jdbc.queryForList(
            ReviewSql.REVIEWED_BY + inserts.dialect().latest(), Long.class, customerId, productId)
        .isEmpty();
  }

  @Override
  public List<Review> ofAuthor(Author author, Collection<Long> productIds) {
    if (productIds.isEmpty()) {
      return Collections.emptyList();
    }
    List<Object> args = new ArrayList<>();
    args.add(author.key);
    args.add(author.customerId);
    args.addAll(productIds);
    String marks = String.join(", ", Collections.nCopies(productIds.size(), "?"));
    return jdbc.query(
        String.format(ReviewSql.OF_AUTHOR, marks),
        (row, n) -> ReviewRows.review(row),
        args.toArray());
  }

  @Override
  public List<Review> ofAuthors(Collection<Author> authors) {
    Set<String> keys = new TreeSet<>();
    Set<Long> customers = new TreeSet<>();
    for (Author author : authors) {
      keys.add(author.key);
      if (author.hasAccount()) {
        customers.add(author.customerId);
      }
    }
    Map<Long, Review> byId = new TreeMap<>();
    find(ReviewSql.OF_AUTHORS, keys).forEach(review -> byId.put(review.id, review));
    find(ReviewSql.OF_CUSTOMERS, customers).forEach(review -> byId.put(review.id, review));
    return new ArrayList<>(byId.values());
  }

  private List<Review> find(String select, Collection<?> keys) {
    return inserts.rows().select(select, keys, (row, n) -> ReviewRows.review(row));
  }

  @Override
  public List<Review> ofOrders(Collection<Long> orderIds) {
    return inserts.rows().select(ReviewSql.OF_ORDERS, orderIds, (row, n) -> ReviewRows.review(row));
  }

  @Override
  public Optional<Long> add(Review r, String body, String video) {
    boolean isNew =
        inserts.ifAbsent(
            ReviewSql.ADD,
            r.place.productId,
            r.place.authorKey,
            r.place.orderId,
            r.place.lineId,
            r.place.customerId,
            r.stars,
            r.state.name(),
            r.verified,
            incentive(r),
            r.localeCode,
            r.nickname,
            r.textVersion,
            r.photos,
            r.edition,
            Utc.param(r.writtenAt));
    if (!isNew) {
      return Optional.empty();
    }
    long id = find(r.place.productId, r.place.authorKey).get().id;
    add(id, new ReviewText(r.textVersion, r.stars, body, video, r.writtenAt));
    return Optional.of(id);
  }

  @Override
  public Optional<Review> lock(long reviewId) {
    return jdbc.update(ReviewSql.LOCK, reviewId) == 0
        ? Optional.empty()
        : one(ReviewSql.LOCKED, reviewId);
  }

  @Override
  public void save(Review r) {
    int saved =
        jdbc.update(
            ReviewSql.SAVE,
            r.stars,
            r.state.name(),
            r.hideReason == null ? null : r.hideReason.name(),
            r.verified,
            incentive(r),
            Utc.param(r.rewardedAt),
            r.localeCode,
            r.nickname,
            r.textVersion,
            r.photos,
            r.edition,
            Utc.param(r.publishedAt),
            r.id,
            r.edition - 1);
    if (saved != 1) {
      throw new OptimisticLockingFailureException("review " + r.id + " was changed meanwhile");
    }
  }

  @Override
  public void add(long reviewId, ReviewText text) {
    jdbc.update(
        ReviewSql.ADD_TEXT,
        reviewId,
        text.version,
        text.stars,
        text.body,
        text.video,
        Utc.param(text.writtenAt));
  }

  @Override
  public Optional<ReviewText> textOf(long reviewId) {
    return jdbc
        .query(ReviewSql.TEXTS + " limit 1", (row, n) -> ReviewRows.text(row), reviewId)
        .stream()
        .findFirst();
  }

  @Override
  public List<ReviewText> textsOf(long reviewId) {
    return jdbc.query(ReviewSql.TEXTS, (row, n) -> ReviewRows.text(row), reviewId);
  }

  @Override
  public void add(long reviewId, ReviewEvent event) {
    jdbc.update(
        ReviewSql.ADD_EVENT,
        reviewId,
        event.kind.name(),
        event.from == null ? null : event.from.name(),
        event.to.name(),
        event.reason == null ? null : event.reason.name(),
        event.actor,
        event.note,
        Utc.param(event.at));
  }

  @Override
  public List<ReviewEvent> eventsOf(long reviewId) {
    return jdbc.query(ReviewSql.EVENTS, (row, n) -> ReviewRows.event(row), reviewId);
  }

  @Override
  public void addToSummary(long productId, ReviewSummary d, Instant now) {
    ensureSummary(productId, now);
    jdbc.update(
        ReviewSql.ADD_TO_SUMMARY,
        d.with(1),
        d.with(2),
        d.with(3),
        d.with(4),
        d.with(5),
        d.verified,
        d.withPhotos,
        Utc.param(now),
        Utc.param(now),
        productId);
  }

  private void ensureSummary(long productId, Instant now) {
    if (jdbc.queryForObject(ReviewSql.HAS_SUMMARY, Integer.class, productId) == 0) {
      // first: on MySQL an update that finds no row locks the gap
      inserts.orKeep(ReviewSql.ADD_SUMMARY, productId, Utc.param(now));
    }
  }

  @Override
  public List<Long> hostDue(int limit) {
    return jdbc.query(ReviewSql.HOST_DUE, (row, n) -> row.getLong(1), limit);
  }

  @Override
  public void hostDone(long productId) {
    jdbc.update(ReviewSql.HOST_DONE, productId);
  }

  @Override
  public void hostAllDue(Instant now) {
    jdbc.update(ReviewSql.HOST_ALL_DUE, Utc.param(now));
  }

  @Override
  public List<Long> products(long after, int limit) {
    return jdbc.query(ReviewSql.PRODUCTS, (row, n) -> row.getLong(1), after, limit);
  }

  @Override
  public ReviewSummary recount(long productId) {
    long[] stars = new long[5];
    long[] other = new long[2];
    jdbc.query(
        ReviewSql.RECOUNT,
        row -> {
          stars[row.getInt("STARS") - 1] += row.getLong("N");
          other[0] += row.getBoolean("VERIFIED") ? row.getLong("N") : 0;
          other[1] += row.getLong("P");
        },
        productId);
    return new ReviewSummary(stars, other[0], other[1]);
  }

  @Override
  public void lockSummary(long productId, Instant now) {
    ensureSummary(productId, now);
    jdbc.update(ReviewSql.LOCK_SUMMARY, productId);
  }

  @Override
  public ReviewSummary summary(long productId) {
    return jdbc.query(ReviewSql.SUMMARY, (row, n) -> ReviewRows.summary(row), productId).stream()
        .findFirst()
        .orElse(ReviewSummary.NONE);
  }

  @Override
  public void reply(long reviewId, String body, String actor, Instant now) {
    inserts.orKeep(ReviewSql.ADD_REPLY, reviewId, body, actor, Utc.param(now));
    jdbc.update(ReviewSql.REPLY, body, actor, Utc.param(now), reviewId);
  }

  @Override
  public Optional<ReviewReply> replyTo(long reviewId) {
    return jdbc.query(ReviewSql.REPLY_TO, (row, n) -> ReviewRows.reply(row), reviewId).stream()
        .findFirst()
        .flatMap(found -> found);
  }

  private static String incentive(Review r) {
    return r.incentivised ? ReviewRows.OFFERED : "NONE";
  }

  private Optional<Review> one(String sql, Object... args) {
    return jdbc.query(sql, (row, n) -> ReviewRows.review(row), args).stream().findFirst();
  }
}
