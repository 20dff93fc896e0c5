package org.postpurchase.review;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.postpurchase.ask.AskLaw;
import org.postpurchase.ask.AskStore;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.shared.Transactions;

/** Puts the use cases together. All of them may run on any number of nodes. */
public final class ReviewEngine {
  private final Shopside shop;
  private final ReadLines read;
  private final Transactions transactions;
  private final OpenForm open;
  private final WriteReview write;
  private final WithdrawReview withdraw;
  private final CheckReviews check;
  private final AskForReviews asks;
  private final KeepVerified handler;
  private final CountKept countKept;

  /** The tables that they work on. */
  public static final class Stores {
    final ReviewStore reviews;
    final PhotoStore photos;
    final ReviewCounts counts;
    final AskStore asks;
    final OrderLineStore lines;
    final KeptCounts kept;

    public Stores(
        ReviewStore reviews,
        PhotoStore photos,
        ReviewCounts counts,
        AskStore asks,
        OrderLineStore lines,
        KeptCounts kept) {
      this.kept = kept;
      this.reviews = reviews;
      this.photos = photos;
      this.counts = counts;
      this.asks = asks;
      this.lines = lines;
    }
  }

  /** What the shop tells them, and hears from them. */
  public static final class Shopside {
    final ReviewSettingsReader settings;
    final OrderReader orders;
    final ReviewRewards rewards;
    final Supplier<Moments> moments;
    final ReviewLinks links;
    final Supplier<ZoneId> zone;

    public Shopside(
        ReviewSettingsReader settings,
        OrderReader orders,
        ReviewRewards rewards,
        Supplier<Moments> moments,
        ReviewLinks links,
        Supplier<ZoneId> zone) {
      this.settings = settings;
      this.orders = orders;
      this.rewards = rewards;
      this.moments = moments;
      this.links = links;
      this.zone = zone;
    }
  }

  public ReviewEngine(Stores stores, Shopside shop, Transactions transactions, Clock clock) {
    KeptLines kept = new KeptLines(shop.orders, stores.lines);
    read = new ReadLines(stores.lines, stores.reviews);
    this.shop = shop;
    this.transactions = transactions;
    MoveReview move = new MoveReview(stores.reviews, shop.rewards, kept, clock);
    open =
        new OpenForm(
            shop.settings,
            shop.orders,
            stores.reviews,
            stores.photos,
            stores.asks,
            new OpenForm.Sources(read, shop.rewards, transactions));
    write =
        new WriteReview(
            shop.settings,
            shop.orders,
            read,
            stores.reviews,
            stores.photos,
            new WriteReview.Effects(move, shop.rewards, kept, shop.moments, transactions, clock));
    withdraw = new WithdrawReview(shop.orders, stores.reviews, move, transactions, clock);
    check = new CheckReviews(stores.reviews, move, transactions, clock);
    asks =
        new AskForReviews(
            shop.settings,
            read,
            stores.counts,
            stores.asks,
            new AskForReviews.Shown(shop.links, AskLaw.shipped(), shop.zone));
    handler = new KeepVerified(stores.reviews, kept, move, clock);
    countKept = new CountKept(stores.kept, shop.orders, stores.lines, clock);
  }

  /**
   * What customers may still review.
   *
   * @param bought which orders they have placed
   */
  public ReviewsToWrite toWrite(OrdersOfBuyer bought) {
    return new ReviewsToWrite(shop.settings, bought, shop.orders, read, shop.links, transactions);
  }

  public OpenForm open() {
    return open;
  }

  public WriteReview write() {
    return write;
  }

  public WithdrawReview withdraw() {
    return withdraw;
  }

  public CheckReviews check() {
    return check;
  }

  public AskForReviews asks() {
    return asks;
  }

  /** Counts how many buyers kept each product. */
  public CountKept countKept() {
    return countKept;
  }

  /** Keeps the marks of verified buyers. */
  public KeepVerified handler() {
    return handler;
  }
}
