package org.postpurchase.review;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.ask.AskStore;
import org.postpurchase.ask.jdbc.AskJdbcModule;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderLine;
import org.postpurchase.review.jdbc.ReviewJdbcModule;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.shared.jdbc.JdbcLeases;
import org.postpurchase.testkit.Committed;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.KnownOrders;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.tracking.LinkSigner;

/** A shop with reviews: the real use cases on a real database. */
final class ReviewWorld {
  private static final String[] TABLES = {
    "PP_ASK",
    "PP_ASK_STOP",
    "PP_KEPT_LINE",
    "PP_KEPT_COUNT",
    "PP_REVIEW_REPLY",
    "PP_REVIEW_PHOTO",
    "PP_REVIEW_IMAGE",
    "PP_REVIEW_EVENT",
    "PP_REVIEW_TEXT",
    "PP_REVIEW_SUMMARY",
    "PP_REVIEW",
    "PP_ORDER_REFUND",
    "PP_OUTBOX",
    "PP_ORDER_LINE"
  };

  final CoreDatabase database;
  final SettableClock clock = new SettableClock();
  final KnownOrders orders = new KnownOrders();
  final ReviewStore store;
  final PhotoStore photos;
  final AskStore asks;
  final KeptCounts kept;
  final ReviewLinks links;
  final ReviewEngine engine;
  final List<Moment> told = new Committed<>();
  final List<Long> rewards = new Committed<>();
  final List<Long> rewardsTaken = new Committed<>();
  boolean promised;
  Optional<ReviewSettings> settings = Optional.of(ReviewSettings.usual());

  ReviewWorld(CoreDatabase database) {
    this(database, true);
  }

  /**
   * @param fresh whether to begin without reviews; else it is one more node of a running shop
   */
  ReviewWorld(CoreDatabase database, boolean fresh) {
    this.database = database;
    if (fresh) {
      for (String table : TABLES) {
        database.jdbc.update("delete from " + table);
      }
    }
    store = ReviewJdbcModule.reviews(database.jdbc, database.inserts);
    photos = ReviewJdbcModule.photos(database.jdbc, database.inserts);
    kept = ReviewJdbcModule.kept(database.jdbc, database.inserts);
    asks = AskJdbcModule.asks(database.jdbc, database.inserts);
    Shop shop = new Shop("Shop", "https://shop.example", "", Locale.ENGLISH, ZoneOffset.UTC);
    links = new ReviewLinks(() -> shop, new LinkSigner(new byte[32], clock));
    engine =
        new ReviewEngine(
            new ReviewEngine.Stores(
                store,
                photos,
                ReviewJdbcModule.counts(database.jdbc),
                asks,
                database.orderLines(),
                kept),
            new ReviewEngine.Shopside(
                () -> settings,
                orders,
                new Points(),
                () -> new Told(),
                links,
                () -> ZoneOffset.UTC),
            database.transactions,
            clock);
  }

  private final class Points implements ReviewRewards {
    @Override
    public boolean arePromised() {
      return promised;
    }

    @Override
    public synchronized boolean give(Review review) {
      boolean first = !rewards.contains(review.id);
      rewards.add(review.id);
      return first;
    }

    @Override
    public boolean takeBack(Review review) {
      rewardsTaken.add(review.id);
      return rewards.contains(review.id);
    }
  }

  private final class Told implements Moments {
    @Override
    public int report(Collection<Moment> moments) {
      told.addAll(moments);
      return 0;
    }

    @Override
    public Optional<Audience> audience(String trigger) {
      return Optional.empty();
    }
  }

  /** An order of one line for each product, the line's id being order times ten plus its place. */
  long order(long id, String email, long... products) {
    return orderOf(1_000 + Math.floorMod(email.hashCode(), 1_000_000), id, email, products);
  }

  /** The same by a customer who may order with several mailboxes; 0 for a guest. */
  long orderOf(int customer, long id, String email, long... products) {
    OrderFixture order = OrderFixture.order(id).email(email).customer(customer);
    if (customer > 0) {
      order.registered();
    }
    for (int i = 0; i < products.length; i++) {
      order
          .line(id * 10 + i, 1, "Tea " + products[i])
          .of(new OrderLine.Goods(products[i], Set.of(products[i] + 1000), true));
    }
    orders.with(order);
    return id;
  }

  /** The parcel arrives. */
  void arrives(long orderId) {
    database.transactions.run(
        () -> {
          orders
              .find(orderId)
              .ifPresent(
                  order -> {
                    database.orderLines().ensure(order, clock.instant());
                    order.lines.forEach(
                        line ->
                            database
                                .orderLines()
                                .add(
                                    OrderFact.DELIVERED,
                                    LineQuantity.of(line.lineId, line.quantity),
                                    clock.instant()));
                  });
        });
  }

  void comesBack(long lineId) {
    database.transactions.run(
        () ->
            database
                .orderLines()
                .add(OrderFact.LINES_RETURNED, LineQuantity.of(lineId, 1), clock.instant()));
  }

  WriteResult write(long orderId, long lineId, int stars, String text) {
    return engine
        .write()
        .write(orderId, new ReviewDraft(lineId, stars, text, "Ada", Locale.ENGLISH));
  }

  void publishing(Publishing publishing) {
    settings = Optional.of(new ReviewSettings.Builder().publishing(publishing).build());
  }

  SyncHostRatings sync(HostRatings host) {
    return new SyncHostRatings(
        store,
        () -> settings,
        host,
        database.transactions,
        WorkFailures.inMemory(database.transactions, clock),
        clock);
  }

  WriteFeed feed() {
    return new WriteFeed(
        ReviewJdbcModule.views(database.jdbc),
        photos,
        ids -> {
          Map<Long, ReviewedProducts.Product> found = new HashMap<>();
          for (long id : ids) {
            found.put(
                id,
                new ReviewedProducts.Product(
                    id, "Tea", "https://shop.example/tea", "sku" + id, "Fennbrook", ""));
          }
          return found;
        },
        new Shop("Shop", "https://shop.example", "", Locale.ENGLISH, ZoneOffset.UTC),
        database.transactions);
  }

  ProveCounts proof() {
    return new ProveCounts(
        store,
        database.transactions,
        WorkFailures.inMemory(database.transactions, clock),
        new ProveCounts.Night(
            new JdbcLeases(database.jdbc, database.dialect, database.transactions),
            "node",
            clock,
            LocalTime.of(3, 50),
            ZoneOffset.UTC));
  }

  ReviewSummary summary(long product) {
    return store.summary(product);
  }

  /** What the rows of the reviews themselves say. */
  ReviewSummary recount(long product) {
    long[] stars = new long[5];
    long[] other = new long[2];
    database.jdbc.query(
        "select STARS, VERIFIED, PHOTOS from PP_REVIEW where PRODUCT_ID = ? and STATE ="
            + " 'PUBLISHED'",
        row -> {
          stars[row.getInt("STARS") - 1]++;
          other[0] += row.getBoolean("VERIFIED") ? 1 : 0;
          other[1] += row.getInt("PHOTOS") > 0 ? 1 : 0;
        },
        product);
    return new ReviewSummary(stars, other[0], other[1]);
  }
}
